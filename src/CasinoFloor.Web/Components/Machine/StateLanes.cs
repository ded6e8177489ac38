using CasinoFloor.Engine.Events;
using CasinoFloor.Kql;
using CasinoFloor.Web.Components.Shared;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>The conditions of a machine over a span of time, a lane for each kind, for drawing.</summary>
/// <param name="From">Begin, UTC.</param>
/// <param name="To">End, UTC.</param>
/// <param name="Lanes">Lanes with at least one bar, the most urgent first.</param>
public sealed record StateLanes(DateTime From, DateTime To, IReadOnlyList<StateLane> Lanes)
{
    private static readonly string[] Levels = ["CRITICAL", "HIGH", "MEDIUM", "LOW"];

    /// <summary>Reads the answer of <c>kql/machine/machine_states</c>.</summary>
    public static StateLanes Of(KqlResultTable table, DateTime from, DateTime to)
    {
        ArgumentNullException.ThrowIfNull(table);
        var spans = table.Rows.Select(Read).Where(span => span.Began < to && (span.Ended ?? to) >= from);
        return new StateLanes(
            from,
            to,
            [
                .. spans.GroupBy(span => span.State)
                    .Select(group => new StateLane(Name(group.Key), [.. group.OrderBy(span => span.Began).Select(span => Bar(span, from, to))]))
                    .OrderBy(lane => lane.Bars.Min(bar => Rank(bar.Span.Level))).ThenBy(lane => lane.Name, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Whole hours for an axis: where they stand, in percent, and their moment.</summary>
    public IEnumerable<(double Left, DateTime At)> Ticks()
    {
        var step = TimeSpan.FromHours(Math.Max(1, Math.Round((To - From).TotalHours / 8)));
        for (var at = new DateTime((From.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks, DateTimeKind.Utc); at <= To; at += step)
        {
            yield return (Share(at, From, To), at);
        }
    }

    private static StateSpan Read(object?[] row) => row is [string state, DateTime began, var ended, string level, string why]
        ? new StateSpan(state, began, ended as DateTime?, level, why)
        : throw new InvalidOperationException("machine/machine_states gave a row of other columns than state, began, ended, severity, why.");

    private static StateBar Bar(StateSpan span, DateTime from, DateTime to)
    {
        var left = Share(span.Began < from ? from : span.Began, from, to);
        var right = Share(span.Ended is { } ended && ended < to ? ended : to, from, to);
        return new StateBar(span, left, Math.Max(0, right - left));
    }

    private static double Share(DateTime at, DateTime from, DateTime to) => Math.Round((at - from) / (to - from) * 100, 3);

    private static string Name(string state) => Enum.TryParse<FindingKind>(state, out var kind) ? Conditions.Name(kind) : state;

    private static int Rank(string level) => Array.IndexOf(Levels, level) is >= 0 and var rank ? rank : Levels.Length;
}

/// <summary>A lane.</summary>
/// <param name="Name">The kind of condition.</param>
/// <param name="Bars">When it held, oldest first.</param>
public sealed record StateLane(string Name, IReadOnlyList<StateBar> Bars);

/// <summary>A bar of a lane.</summary>
/// <param name="Span">What it shows.</param>
/// <param name="Left">Where it begins, percent of the width.</param>
/// <param name="Width">How wide it is, percent; 0 for a moment.</param>
public sealed record StateBar(StateSpan Span, double Left, double Width);
