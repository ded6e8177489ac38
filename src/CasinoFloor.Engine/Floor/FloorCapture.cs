using CasinoFloor.Engine.Detectors;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Floor;

/// <summary>
/// Makes what the map shows. A machine's last 5 minutes are the current minute and the four before it; its rates divide by 5.
/// Only machines that changed are made anew, all of them when a minute begins.
/// </summary>
internal sealed class FloorCapture(FloorModel model)
{
    /// <summary>Minutes of "the last 5 minutes".</summary>
    public const int RecentMinutes = 5;

    /// <summary>Minutes for which a win counts as the last one: the current minute and those before it.</summary>
    public const int WinMinutes = 15;

    private const float HeatScale = 100;

    private MachineView[] _views = [];
    private Presence[] _sections = [];
    private int _count;
    private int _minute = -1;

    /// <summary>The views, by machine.</summary>
    public ReadOnlySpan<MachineView> Views => _views.AsSpan(0, _count);

    /// <summary>Machines, active ones and players of a section.</summary>
    public Presence this[int section] => _sections[section];

    /// <summary>Machines, active ones and players of the whole floor.</summary>
    public Presence Floor { get; private set; }

    /// <summary>Brings the views and the presence up to date.</summary>
    public void Update()
    {
        _count = model.States.Count;
        if (_views.Length < _count)
        {
            Array.Resize(ref _views, Math.Max(_count, _views.Length * 2));
        }

        if (_sections.Length < model.Catalog.Sections.Count)
        {
            _sections = new Presence[model.Catalog.Sections.Count];
        }

        Array.Clear(_sections);
        var minute = MinuteMath.Of(model.Clock.Ticks);
        var all = minute != _minute;
        _minute = minute;
        var since = model.Clock.Ticks - (RecentMinutes * TimeSpan.TicksPerMinute);
        var states = model.States.Items;
        var floor = default(Presence);
        for (var machine = 0; machine < states.Length; machine++)
        {
            ref var state = ref states[machine];
            if (all || state.Dirty)
            {
                state.Dirty = false;
                _views[machine] = View(machine, in state, minute);
            }

            var active = state.LastSpin > since ? 1 : 0;
            var carded = (state.Bits & MachineBits.PlayerCard) != 0 || state.LastCardedSpin > since ? 1 : 0;
            ref var section = ref _sections[state.Section];
            section = section.Plus(active, carded);
            floor = floor.Plus(active, carded);
        }

        Floor = floor;
    }

    private MachineView View(int machine, in MachineState state, int minute)
    {
        var recent = model.Cells.Recent(machine, minute, RecentMinutes);
        ref readonly var hour = ref model.Hour.At(machine, minute, model.Cells);
        var hold = Hold(hour.CoinIn, hour.CoinOut);
        return new MachineView(
            Status(in state),
            Flags(in state),
            recent.Events / HeatScale,
            (float)(new Money(recent.CoinIn).ToDouble() / RecentMinutes),
            hold is null ? float.NaN : (float)(hold.Value - (state.TheoreticalHold * 100)))
        {
            Occupancy = Occupied(in state, BeginOf(minute, RecentMinutes)),
            LastWin = state.LastWin >= BeginOf(minute, WinMinutes) ? (float)new Money(state.LastWinUnits).ToDouble() : 0,
        };
    }

    private static long BeginOf(int minute, int minutes) => MinuteMath.Start(minute + 1 - minutes);

    private static Occupancy Occupied(in MachineState state, long since) =>
        (state.Bits & MachineBits.PlayerCard) != 0 || state.LastCardedSpin >= since ? Occupancy.Carded
        : state.LastSpin >= since ? Occupancy.Uncarded
        : Occupancy.Free;

    /// <summary>Hold in percent; null (unknown) while coin-in is zero.</summary>
    public static double? Hold(long coinIn, long coinOut) => coinIn == 0 ? null : (coinIn - coinOut) * 100.0 / coinIn;

    private static MachineStatus Status(in MachineState state) =>
        Has(in state, FindingKind.MachineCritical) ? MachineStatus.Critical
        : Has(in state, FindingKind.MachineDown) ? MachineStatus.NeedsAttention
        : (state.Bits & MachineBits.PowerOff) != 0 ? MachineStatus.PowerOff
        : Has(in state, FindingKind.Offline) ? MachineStatus.Offline
        : Has(in state, FindingKind.Idle) ? MachineStatus.Idle
        : state.LastEvent != 0 ? MachineStatus.InService
        : MachineStatus.Unknown;

    private static MachineFlags Flags(in MachineState state) =>
        When((state.Bits & MachineBits.Locked) != 0, MachineFlags.Locked)
        | When((state.Bits & MachineBits.DoorOpen) != 0, MachineFlags.DoorOpen)
        | When((state.Bits & MachineBits.Tilt) != 0, MachineFlags.Tilt)
        | When((state.Bits & MachineBits.PlayerCard) != 0, MachineFlags.Carded)
        | When((state.Bits & MachineBits.ServiceLamp) != 0, MachineFlags.ServiceLamp)
        | When(Has(in state, FindingKind.HopperFill), MachineFlags.HopperLow)
        | When(Has(in state, FindingKind.Hot), MachineFlags.Hot)
        | When(Has(in state, FindingKind.Cold), MachineFlags.Cold);

    private static MachineFlags When(bool holds, MachineFlags flag) => holds ? flag : MachineFlags.None;

    private static bool Has(in MachineState state, FindingKind kind) => (state.Conditions & (1 << (int)kind)) != 0;
}

/// <summary>Who is there.</summary>
/// <param name="Machines">Machines known.</param>
/// <param name="Active">Machines with a game in the last 5 minutes.</param>
/// <param name="Players">Machines with a player's card in, or a carded game in the last 5 minutes.</param>
internal readonly record struct Presence(int Machines, int Active, int Players)
{
    /// <summary>One machine more.</summary>
    public Presence Plus(int active, int carded) => new(Machines + 1, Active + active, Players + carded);
}
