using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.State;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// Machines played far more, or far less, than their peers. Peers are the other machines of the same section and
/// denomination that were played in the window; with too few of them, all other machines played. Nobody is judged before a
/// whole window was seen, and cold is said only of a machine in service while the floor is open. Compared in whole money
/// units, so exactly 200 % is not over 200 %.
/// </summary>
internal sealed class HotColdDetector(HotColdOptions options, ConditionBoard board) : IDetector
{
    // Percentages are compared as hundredths of a percent.
    private const int PercentScale = 100;
    private const int Whole = 100 * PercentScale;

    private readonly OpeningHours _hours = new(options.Opens, options.Closes, options.TimeZone);
    private readonly int _hot = (int)(options.HotPercent * PercentScale);
    private readonly int _hotClear = (int)(options.HotClearPercent * PercentScale);
    private readonly int _cold = (int)(options.ColdPercent * PercentScale);
    private readonly int _coldClear = (int)(options.ColdClearPercent * PercentScale);
    private Played[] _machines = [];
    private Played[] _groups = [];

    /// <inheritdoc />
    public void Scan(DetectionContext context)
    {
        var window = options.Minutes * TimeSpan.TicksPerMinute;
        if (context.FirstEvent == 0 || context.Clock - context.FirstEvent < window)
        {
            return;
        }

        var floor = Measure(context);
        var open = _hours.IsOpen(context.Clock);
        for (var machine = 0; machine < context.States.Count; machine++)
        {
            ref readonly var state = ref context.States[machine];
            var own = _machines[machine];
            var peers = Without(_groups[state.PeerGroup], own);
            var everybody = peers.Count < options.MinimumPeers;
            peers = everybody ? Without(floor, own) : peers;
            var judged = InService(in state) && peers.Units > 0;
            var fullWindow = context.Clock - state.FirstEvent >= window;
            Judge(FindingKind.Hot, machine, judged, own, peers, everybody, context);
            Judge(FindingKind.Cold, machine, judged && open && fullWindow, own, peers, everybody, context);
        }
    }

    private static bool InService(in MachineState state)
    {
        const int Silent = (1 << (int)FindingKind.Idle) | (1 << (int)FindingKind.Offline);
        return state.LastEvent != 0 && (state.Bits & MachineBits.PowerOff) == 0 && (state.Conditions & Silent) == 0;
    }

    private static Played Without(Played all, Played own) => new(all.Units - own.Units, all.Count - own.Count);

    private Played Measure(DetectionContext context)
    {
        var count = context.States.Count;
        if (_machines.Length < count)
        {
            Array.Resize(ref _machines, count * 2);
        }

        if (_groups.Length < context.Catalog.GroupCount)
        {
            Array.Resize(ref _groups, context.Catalog.GroupCount * 2);
        }

        Array.Clear(_groups);
        var floor = default(Played);
        var minute = MinuteMath.Of(context.Clock);
        for (var machine = 0; machine < count; machine++)
        {
            ref readonly var state = ref context.States[machine];
            var own = default(Played);
            if (InService(in state))
            {
                own = Sum(context.Cells.Recent(machine, minute, options.Minutes));
            }

            _machines[machine] = own;
            ref var group = ref _groups[state.PeerGroup];
            group = new Played(group.Units + own.Units, group.Count + own.Count);
            floor = new Played(floor.Units + own.Units, floor.Count + own.Count);
        }

        return floor;
    }

    private static Played Sum(WindowCell recent) => new(recent.CoinIn, recent.Spins > 0 ? 1 : 0);

    private void Judge(FindingKind kind, int machine, bool judged, Played own, Played peers, bool everybody, DetectionContext context)
    {
        var active = board.IsActive(kind, machine);
        if (!judged && !active)
        {
            return;
        }

        // own / (peers.Units / peers.Count) compared with limit / 100 %, without a division.
        var rate = (Int128)own.Units * peers.Count * Whole;
        if (!active && (kind == FindingKind.Hot ? rate > (Int128)peers.Units * _hot : rate < (Int128)peers.Units * _cold))
        {
            board.Raise(kind, machine, Second(context.Clock), Facts(kind, own, peers, everybody, context, false));
        }
        else if (active && (!judged
            || (kind == FindingKind.Hot ? rate <= (Int128)peers.Units * _hotClear : rate >= (Int128)peers.Units * _coldClear)))
        {
            board.Clear(kind, machine, Facts(kind, own, peers, everybody, context, true));
        }
    }

    private FindingFacts Facts(FindingKind kind, Played own, Played peers, bool everybody, DetectionContext context, bool cleared)
    {
        var rate = new Money(own.Units).ToDecimal() / options.Minutes;
        var average = peers.Count == 0 ? 0 : new Money(peers.Units).ToDecimal() / options.Minutes / peers.Count;
        var percent = average == 0 ? 0 : decimal.Round(rate * 100 / average, 2);
        var (raise, clear) = kind == FindingKind.Hot
            ? (options.HotPercent, options.HotClearPercent)
            : (options.ColdPercent, options.ColdClearPercent);
        var who = everybody ? "machines of the floor" : "peers of its section and denomination";
        var rule = cleared
            ? Sentence.Of($"no longer {(kind == FindingKind.Hot ? "hot, which ends at" : "cold, which ends at")} {clear:0.##} % or out of service")
            : Sentence.Of($"{(kind == FindingKind.Hot ? "hot is over" : "cold is under")} {raise:0.##} %");
        return new FindingFacts
        {
            Severity = Severity.Low,
            EventTime = context.Clock,
            ByClock = true,
            Value = percent,
            Threshold = cleared ? clear : raise,
            Sample = peers.Count,
            Why = Sentence.Of($"Coin-in of {rate:0.00} a minute over {options.Minutes} min is {percent:0.##} % of the {average:0.00} average of {peers.Count} {who}; {rule}."),
        };
    }

    private static long Second(long ticks) => ticks - (ticks % TimeSpan.TicksPerSecond);

    /// <param name="Units">Coin-in in money units.</param>
    /// <param name="Count">Machines played.</param>
    private readonly record struct Played(long Units, int Count);
}
