namespace CasinoFloor.Web.KeyFigures;

/// <summary>
/// The floor's closed minutes, kept by the hour so that the Eventhouse is asked for each of them seldom: hours of past weeks once, hours of today
/// once an hour (late events may have corrected them), the newest two every time. Used by one task at a time.
/// </summary>
public sealed class MinuteBook
{
    private const int MinutesOfHour = 60;

    private static readonly TimeSpan Unsettled = TimeSpan.FromHours(1);
    private static readonly TimeSpan CorrectedWithin = TimeSpan.FromHours(48);

    private readonly Dictionary<long, Hour> _hours = [];

    /// <summary>A closed minute; null where nothing is stored.</summary>
    /// <param name="start">When it begins, UTC.</param>
    public FloorMinute? this[DateTime start] =>
        _hours.TryGetValue(Number(start), out var hour) ? hour.Minutes[start.Minute] : null;

    /// <summary>The parts of a span that are to be asked for: whole hours, those beside each other together.</summary>
    /// <param name="from">Begin of the span, UTC.</param>
    /// <param name="to">End of the span, UTC.</param>
    /// <param name="now">The floor's present, UTC.</param>
    public IReadOnlyList<(DateTime From, DateTime To)> Missing(DateTime from, DateTime to, DateTime now)
    {
        var spans = new List<(DateTime From, DateTime To)>();
        for (var number = Number(from); Start(number) < to; number++)
        {
            if (!IsDue(number, now))
                continue;

            var (begin, end) = (Start(number), Start(number + 1));
            if (spans.Count > 0 && spans[^1].To == begin)
                spans[^1] = (spans[^1].From, end);
            else
                spans.Add((begin, end));
        }

        return spans;
    }

    /// <summary>Takes an answer in.</summary>
    /// <param name="from">Begin of what was asked for: a whole hour, UTC.</param>
    /// <param name="to">Its end: a whole hour, UTC.</param>
    /// <param name="minutes">The minutes that are stored.</param>
    /// <param name="now">Up to when the floor's minutes were closed when it was asked, UTC.</param>
    public void Put(DateTime from, DateTime to, IEnumerable<(DateTime Start, FloorMinute Minute)> minutes, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        for (var number = Number(from); Start(number) < to; number++)
        {
            _hours[number] = new Hour(now);
        }

        foreach (var (start, minute) in minutes)
        {
            if (_hours.TryGetValue(Number(start), out var hour))
                hour.Minutes[start.Minute] = minute;
        }
    }

    /// <summary>Forgets all hours that touch none of the spans.</summary>
    public void Keep(IReadOnlyList<(DateTime From, DateTime To)> spans)
    {
        foreach (var number in _hours.Keys.Where(number => !spans.Any(span => Start(number + 1) > span.From && Start(number) < span.To)).ToArray())
        {
            _hours.Remove(number);
        }
    }

    private bool IsDue(long number, DateTime now)
    {
        if (!_hours.TryGetValue(number, out var hour))
            return true;

        // By its age when it was asked for: an hour that was still young then may have grown since.
        var age = hour.AskedAt - Start(number + 1);
        return age < Unsettled || (age < CorrectedWithin && now - hour.AskedAt >= Unsettled);
    }

    private static long Number(DateTime utc) => utc.Ticks / TimeSpan.TicksPerHour;

    private static DateTime Start(long number) => new(number * TimeSpan.TicksPerHour, DateTimeKind.Utc);

    private sealed class Hour(DateTime askedAt)
    {
        public DateTime AskedAt { get; } = askedAt;

        public FloorMinute?[] Minutes { get; } = new FloorMinute?[MinutesOfHour];
    }
}
