using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Live;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>
/// A floor with plausible values that needs no engine: sections with banks and carousels, every state that the map can show. The same seed
/// and the same steps give the same floor.
/// </summary>
public sealed class DemoFloor : IFloorState
{
    private readonly Random _random;
    private readonly List<MachineInfo> _infos;
    private readonly MachineView[] _views;
    private readonly double[] _pace;
    private readonly List<JackpotEntry> _jackpots = [];
    private readonly DateTime _began;
    private DateTime _now;

    public DemoFloor(DateTime now, int seed = 7, int copies = 1, bool placed = true)
    {
        _began = _now = now;
        _random = new Random(seed);
        _infos = [.. DemoPlan.Machines(copies, placed).Select((location, i) => new MachineInfo(i, location))];
        _views = new MachineView[_infos.Count];
        _pace = [.. _infos.Select(_ => _random.NextDouble() < 0.72 ? Math.Pow(_random.NextDouble(), 1.3) : 0)];
        Fill();
        Summary = Summarise();
    }

    /// <summary>Set false for a source that has fallen silent.</summary>
    public bool Receiving { get; set; } = true;

    public int LayoutVersion => 1;

    public IReadOnlyList<MachineInfo> Infos => _infos;

    public ReadOnlySpan<MachineView> Views => _views;

    public FloorSummary Summary { get; private set; }

    /// <summary>Time passes: a fifth of the machines change.</summary>
    public void Step(DateTime now)
    {
        _now = now;
        if (!Receiving)
            return;

        for (var n = 0; n < _views.Length / 5; n++)
        {
            var i = _random.Next(_views.Length);
            var view = _views[i];
            if (view.Status == MachineStatus.InService)
                _views[i] = Play(i, view.Flags);
        }

        Summary = Summarise();
    }

    /// <summary>A hand pay locks a machine.</summary>
    public void Lock(int machine, decimal amount)
    {
        _views[machine] = _views[machine] with { Flags = _views[machine].Flags | MachineFlags.Locked };
        _jackpots.Insert(0, Jackpot(machine, amount, _now, null));
        Summary = Summarise();
    }

    public MachineDetail? Detail(int index) => index < 0 || index >= _infos.Count
        ? null
        : new MachineDetail
        {
            Info = _infos[index],
            View = _views[index],
            AsOf = _now,
            LastSeen = _now.AddSeconds(-2 - (index % 40)),
            Spins = (int)(_views[index].Heat * 90),
            CoinIn = Money.FromDecimal((decimal)_views[index].CoinInPerMinute * 5),
            CoinOut = Money.FromDecimal((decimal)_views[index].CoinInPerMinute * 4.4m),
            HoldPercent = float.IsNaN(_views[index].HoldDelta) ? null : 8 + _views[index].HoldDelta,
            HoldSample = (int)(_views[index].Heat * 900),
            HopperLevel = _views[index].Flags.HasFlag(MachineFlags.HopperLow) ? 14.5f : 71,
            Errors = _views[index].Status == MachineStatus.Critical ? 13 : 0,
            LockedBy = _views[index].Flags.HasFlag(MachineFlags.Locked) ? Money.FromDecimal(1250) : null,
        };

    private void Fill()
    {
        for (var i = 0; i < _views.Length; i++)
        {
            _views[i] = _pace[i] > 0
                ? Play(i, MachineFlags.None)
                : new MachineView(_random.Next(12) switch { 0 => MachineStatus.Offline, 1 or 2 => MachineStatus.Idle, _ => MachineStatus.InService }, MachineFlags.None, 0.02f, 0, float.NaN);
        }

        Mark(MachineFlags.Locked, 3);
        Mark(MachineFlags.DoorOpen, 2);
        Mark(MachineFlags.Tilt, 2);
        Mark(MachineFlags.HopperLow, 5);
        Mark(MachineFlags.ServiceLamp, 4);
        Mark(MachineFlags.Hot, 6);
        Set(MachineStatus.Critical, 1);
        Set(MachineStatus.NeedsAttention, 4);
        Set(MachineStatus.PowerOff, 2);
        decimal[] amounts = [12_480.00m, 5_120.50m, 1_750.25m];
        foreach (var (i, n) in Where(view => view.Flags.HasFlag(MachineFlags.Locked)).Select((i, n) => (i, n)))
        {
            _jackpots.Add(Jackpot(i, amounts[n % 3], _now.AddSeconds(-40 - (n * 160)), null));
        }

        for (var n = 0; n < 7; n++)
        {
            var won = _now.AddMinutes(-14 - (n * 11));
            _jackpots.Add(Jackpot(_random.Next(_views.Length), 1200 + (n * n * 171.25m), won, won.AddMinutes(9)));
        }
    }

    private MachineView Play(int i, MachineFlags flags)
    {
        var denomination = _infos[i].Location.Denomination.ToDouble();
        var pace = _pace[i] * (0.85 + (_random.NextDouble() * 0.3));
        var spread = (_random.NextDouble() + _random.NextDouble() + _random.NextDouble() - 1.5) * 26;
        var carded = i % 3 == 0 ? MachineFlags.Carded : MachineFlags.None;
        return new MachineView(MachineStatus.InService, flags | carded, (float)pace, (float)(pace * 12 * denomination * 40), (float)spread)
        {
            Occupancy = carded != MachineFlags.None ? Occupancy.Carded : i % 3 == 1 ? Occupancy.Uncarded : Occupancy.Free,
            LastWin = i % 4 == 0 ? 0 : (float)(denomination * Math.Pow(1 + (_random.NextDouble() * 9), 3)),
        };
    }

    private void Mark(MachineFlags flag, int count)
    {
        for (var n = 0; n < count; n++)
        {
            ref var view = ref _views[_random.Next(_views.Length)];
            view = view with { Status = MachineStatus.InService, Flags = view.Flags | flag };
        }
    }

    private void Set(MachineStatus status, int count)
    {
        for (var n = 0; n < count; n++)
        {
            ref var view = ref _views[_random.Next(_views.Length)];
            view = view with { Status = status };
        }
    }

    private IEnumerable<int> Where(Func<MachineView, bool> predicate) =>
        Enumerable.Range(0, _views.Length).Where(i => predicate(_views[i])).ToArray();

    private JackpotEntry Jackpot(int machine, decimal amount, DateTime won, DateTime? reset) => new()
    {
        Id = Finding.MakeId(FindingKind.Jackpot, FindingPhase.Occurred, _infos[machine].Id, won.Ticks),
        Machine = machine,
        MachineId = _infos[machine].Id,
        FloorSection = _infos[machine].Location.FloorSection,
        Amount = Money.FromDecimal(amount),
        Level = amount >= 10_000 ? Severity.High : amount >= 5_000 ? Severity.Medium : Severity.Low,
        EventTime = won,
        ResetAt = reset,
    };

    private FloorSummary Summarise() => DemoSummary.Of(_infos, _views, [.. _jackpots.Take(50)], _began, _now, Receiving ? _now.AddMilliseconds(-180) : Summary.LastReceived!.Value);
}
