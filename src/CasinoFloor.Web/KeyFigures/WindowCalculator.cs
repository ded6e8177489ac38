namespace CasinoFloor.Web.KeyFigures;

/// <summary>
/// Figures of a window from closed minutes, and the same of past weeks. Compared is like with like: of a past week only the minutes that are stored
/// now too, and only if nine of ten of them are stored; their amounts are scaled to as many minutes.
/// </summary>
/// <param name="book">The closed minutes.</param>
/// <param name="weeks">Where past weeks lie.</param>
public sealed class WindowCalculator(MinuteBook book, PastWeeks weeks)
{
    private const double Enough = 0.9;
    private const int RecentMinutes = 5;

    private static readonly KeyFigure[] All = Enum.GetValues<KeyFigure>();

    /// <summary>The figures of a window.</summary>
    /// <param name="from">Begin, a whole minute, UTC.</param>
    /// <param name="to">End, a whole minute, UTC.</param>
    /// <param name="step">Length of a step of the sparkline, whole minutes.</param>
    public WindowFigures Of(DateTime from, DateTime to, TimeSpan step)
    {
        var now = Minutes(from, to).ToArray();
        var past = Enumerable.Range(1, PastWeeks.Count).Select(week => SameMinutes(now, week)).OfType<FloorSum>().ToList();
        return new WindowFigures
        {
            From = from,
            To = to,
            Sum = Sum(now),
            Usual = [.. All.Select(figure => UsualValue.Of([.. past.Select(sum => sum[figure]).OfType<double>()], past.Count))],
            Steps = [.. StepsOf(from, to, step).Select(span => Step(span.From, span.To))],
            UsualSteps = UsualSteps(from, to, step),
        };
    }

    /// <summary>
    /// What is usual for 5 minutes of the hour that a moment is in: all stretches of 5 minutes of that hour in past weeks. Sum and steps are those of the last hour.
    /// </summary>
    /// <param name="now">The floor's present, UTC.</param>
    /// <param name="closedTo">Minutes before it are closed, UTC.</param>
    /// <param name="step">Length of a step of the sparkline, whole minutes.</param>
    public WindowFigures Recent(DateTime now, DateTime closedTo, TimeSpan step)
    {
        var (hour, end) = weeks.HourOf(now);
        var (sample, count) = (new List<FloorSum>(), 0);
        for (var week = 1; week <= PastWeeks.Count; week++)
        {
            var from = weeks.Ago(hour, week);
            var minutes = Minutes(from, from + (end - hour)).ToArray();
            if (minutes.Count(minute => minute.Stored is not null) < minutes.Length * Enough)
                continue;

            count++;
            sample.AddRange(minutes.Chunk(RecentMinutes).Select(Sum).Where(sum => sum.Minutes >= RecentMinutes * Enough).Select(sum => sum.ScaledTo(RecentMinutes)));
        }

        return Of(closedTo.AddHours(-1), closedTo, step) with
        {
            Usual = [.. All.Select(figure => UsualValue.Of([.. sample.Select(sum => sum[figure]).OfType<double>()], count))],
        };
    }

    private IEnumerable<(DateTime Start, FloorMinute? Stored)> Minutes(DateTime from, DateTime to)
    {
        for (var at = from; at < to; at = at.AddMinutes(1))
        {
            yield return (at, book[at]);
        }
    }

    private static FloorSum Sum((DateTime Start, FloorMinute? Stored)[] minutes) =>
        minutes.Aggregate(default(FloorSum), (sum, minute) => minute.Stored is { } stored ? sum.Plus(stored) : sum);

    private FloorSum? SameMinutes((DateTime Start, FloorMinute? Stored)[] now, int week)
    {
        var (sum, stored) = (default(FloorSum), 0);
        foreach (var (start, minute) in now)
        {
            if (minute is null)
                continue;

            stored++;
            if (book[weeks.Ago(start, week)] is { } past)
                sum = sum.Plus(past);
        }

        return stored > 0 && sum.Minutes >= stored * Enough ? sum.ScaledTo(stored) : null;
    }

    // The last step ends with the window; one that was begun before it is left out.
    private static IEnumerable<(DateTime From, DateTime To)> StepsOf(DateTime from, DateTime to, TimeSpan step)
    {
        var count = (int)((to - from) / step);
        return Enumerable.Range(0, count).Select(i => (to - ((count - i) * step), to - ((count - i - 1) * step)));
    }

    private FloorSum? Step(DateTime from, DateTime to) =>
        Sum([.. Minutes(from, to)]) is { Minutes: > 0 } sum ? sum.ScaledTo((to - from).TotalMinutes) : null;

    private IReadOnlyList<double?>[] UsualSteps(DateTime from, DateTime to, TimeSpan step)
    {
        var past = StepsOf(from, to, step)
            .Select(span => Enumerable.Range(1, PastWeeks.Count).Select(week => Step(weeks.Ago(span.From, week), weeks.Ago(span.From, week) + step)).OfType<FloorSum>().ToList())
            .ToList();
        return [.. All.Select(figure => (IReadOnlyList<double?>)[.. past.Select(sums => UsualValue.Of([.. sums.Select(sum => sum[figure]).OfType<double>()], sums.Count)?.Mean)])];
    }
}
