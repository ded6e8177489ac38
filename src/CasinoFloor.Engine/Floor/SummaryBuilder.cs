using CasinoFloor.Engine.Detectors;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Floor;

/// <summary>Makes the figures and lists beside the map. Lists are made anew only when they changed.</summary>
internal sealed class SummaryBuilder(FloorModel model, FloorCapture capture)
{
    private IReadOnlyList<AttentionEntry> _attention = [];
    private int _attentionVersion;
    private int[] _byName = [];

    /// <summary>The summary at this moment.</summary>
    /// <param name="firstReceived">When the oldest event since the last summary was received, ticks; 0 for none.</param>
    /// <param name="lastReceived">When the newest event was received, ticks; 0 before the first.</param>
    public FloorSummary Build(long firstReceived, long lastReceived) => new()
    {
        AsOf = new DateTime(model.Clock.Ticks, DateTimeKind.Utc),
        NewestEvent = Moment(model.Watermark.Newest),
        FirstReceived = Moment(firstReceived),
        LastReceived = Moment(lastReceived),
        Watermark = Moment(model.Watermark.Value),
        Figures = Figures(model.Recent.Floor, capture.Floor),
        Sections = Sections(),
        Jackpots = model.Context.Jackpots.Feed,
        Attention = Attention(),
        Totals = model.Totals.Snapshot(model.Windows.Windows, model.Windows.Corrections),
    };

    private static DateTime? Moment(long ticks) => ticks == 0 ? null : new DateTime(ticks, DateTimeKind.Utc);

    private SectionFigures[] Sections()
    {
        var names = model.Catalog.Sections;
        if (_byName.Length != names.Count)
        {
            _byName = [.. Enumerable.Range(0, names.Count)];
            Array.Sort(_byName, (x, y) => string.CompareOrdinal(names[x], names[y]));
        }

        return [.. _byName
            .Where(section => capture[section].Machines > 0)
            .Select(section => new SectionFigures(names[section], Figures(model.Recent.Section(section), capture[section])))];
    }

    private FloorFigures Figures(FigureRing ring, Presence presence)
    {
        var sum = ring.Sum(model.Clock.Ticks);
        return new FloorFigures
        {
            SpinsPerMinute = (double)sum.Spins / FloorCapture.RecentMinutes,
            CoinIn = new Money(sum.CoinIn),
            CoinOut = new Money(sum.CoinOut),
            HoldPercent = FloorCapture.Hold(sum.CoinIn, sum.CoinOut),
            TheoreticalWin = new Money((long)Math.Round(sum.TheoreticalWin)),
            RatedCoinIn = new Money(sum.RatedCoinIn),
            ActiveMachines = presence.Active,
            Players = presence.Players,
            Jackpots = sum.Jackpots,
            Machines = presence.Machines,
        };
    }

    private IReadOnlyList<AttentionEntry> Attention()
    {
        if (_attentionVersion != model.Conditions.Version)
        {
            _attentionVersion = model.Conditions.Version;
            _attention = [.. model.Conditions.Ordered.Where(IsTheWorst).Select(condition => condition.Entry)];
        }

        return _attention;
    }

    // A critical machine is down as well: one row is enough.
    private bool IsTheWorst(Condition condition) => condition.Finding.Kind.WantsSomebody()
        && (condition.Finding.Kind != FindingKind.MachineDown || !model.Conditions.IsActive(FindingKind.MachineCritical, condition.Machine));
}
