using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Components.Replay;

/// <summary>Asks for the floor at past moments, in the questions of <c>kql/replay</c>.</summary>
/// <param name="history">Where they are asked.</param>
public sealed class ReplayLoader(IHistory history)
{
    // The past has no counters of a run.
    private static readonly EngineTotals NoTotals = new() { Streams = [] };

    // By the moment since which a layout is valid; the first is how machines stood before any was saved.
    private readonly Dictionary<DateTime, FloorLayout> _layouts = [];
    private IReadOnlyList<LayoutChange>? _changes;
    private uint _sequence;

    /// <summary>The first and last stored moment, UTC; null where nothing is stored.</summary>
    /// <exception cref="EventhouseException">It cannot be asked.</exception>
    public async Task<(DateTime First, DateTime Last)?> BoundsAsync(CancellationToken cancellationToken)
    {
        _changes = null;
        var row = AnswerRow.Of(await AskAsync("replay/replay_bounds", [], cancellationToken)).FirstOrDefault();
        return row.Moment("first_event") is { } first && row.Moment("last_event") is { } last ? (first, last) : null;
    }

    /// <summary>The steps between two moments in which something is stored, as their beginnings, UTC.</summary>
    /// <exception cref="EventhouseException">It cannot be asked.</exception>
    public async Task<IReadOnlyList<DateTime>> CoverageAsync(DateTime from, DateTime to, TimeSpan step, CancellationToken cancellationToken)
    {
        var table = await AskAsync(
            "replay/replay_coverage", new() { ["start_time"] = from, ["end_time"] = to, ["bin_size"] = step }, cancellationToken);
        return [.. AnswerRow.Of(table).Select(row => row.Moment("step")!.Value)];
    }

    /// <summary>The floor at a moment. What goes wrong is in <see cref="ReplayMoment.Problem"/>.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ReplayMoment> LoadAsync(DateTime at, CancellationToken cancellationToken)
    {
        try
        {
            var layout = await LayoutAsync(at, cancellationToken);
            var values = new Dictionary<string, object?> { ["at"] = at };
            var floor = AskAsync("replay/floor_at", values, cancellationToken);
            var jackpots = AskAsync("replay/jackpots_at", values, cancellationToken);
            var attention = AskAsync("replay/attention_at", values, cancellationToken);
            await Task.WhenAll(floor, jackpots, attention);
            return Moment(at, layout, await floor, await jackpots, await attention);
        }
        catch (EventhouseException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new ReplayMoment(at) { Problem = exception.Message };
        }
    }

    private ReplayMoment Moment(DateTime at, FloorLayout layout, KqlResultTable floor, KqlResultTable jackpots, KqlResultTable attention)
    {
        var details = FloorAtReader.Details(floor, layout, at);
        var won = ReplayLists.Jackpots(jackpots, layout);
        var newest = details.Max(detail => detail.LastSeen);
        var summary = new FloorSummary
        {
            AsOf = at,
            NewestEvent = newest,
            LastReceived = newest,
            Figures = FloorAtReader.Figures(floor, layout, won.Count(jackpot => jackpot.EventTime > at.AddMinutes(-5))),
            Sections = [],
            Jackpots = won,
            Attention = [.. ReplayLists.Attention(attention, layout)],
            Totals = NoTotals,
        };
        MachineCell[] cells = [.. details.Select(detail => MachineCell.From(detail.View))];
        return new ReplayMoment(at)
        {
            Picture = new FloorPicture(Interlocked.Increment(ref _sequence), layout, cells, summary, at),
            Details = details,
            IsStored = newest is not null,
        };
    }

    // The layout that was valid then; asked for once.
    private async Task<FloorLayout> LayoutAsync(DateTime at, CancellationToken cancellationToken)
    {
        var changes = _changes ??= await ChangesAsync(cancellationToken);
        var since = changes.LastOrDefault(change => change.At <= at).At;
        if (_layouts.TryGetValue(since, out var known))
            return known;

        var table = await AskAsync("replay/replay_machines", new() { ["at"] = at }, cancellationToken);
        return _layouts[since] = new FloorLayout(
            _layouts.Count + 1, [.. AnswerRow.Of(table).Select((row, i) => new MachineInfo(i, ReplayLists.Location(row)))],
            background: changes.Where(change => change.At <= at).OrderByDescending(change => change.Version).FirstOrDefault().Background);
    }

    private async Task<IReadOnlyList<LayoutChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        var table = await AskAsync("layout/layout_versions", [], cancellationToken);
        return [.. AnswerRow.Of(table).Select(LayoutChange.Of).OrderBy(change => change.At)];
    }

    private async Task<KqlResultTable> AskAsync(string question, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        var result = await history.AskAsync(question, values, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result.Error is null ? result.Table : throw new EventhouseException(result.Error.Message);
    }

    private readonly record struct LayoutChange(DateTime At, long Version, LayoutBackground? Background)
    {
        public static LayoutChange Of(AnswerRow row) => new(
            row.Moment("effective_at")!.Value,
            row.Count("version"),
            row.Text("background_file") is { Length: > 0 } file && row.Number("background_x") is { } x && row.Number("background_y") is { } y && row.Number("background_width") is { } width
                ? new LayoutBackground(file, x, y, width)
                : null);
    }
}
