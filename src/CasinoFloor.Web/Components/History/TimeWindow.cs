using CasinoFloor.Web.Calendar;

namespace CasinoFloor.Web.Components.History;

/// <summary>
/// A span of time that is asked about: up to now (<c>1h</c>, <c>shift</c>), so that a link stays up to date, or between two moments, so that it stays the same.
/// </summary>
public sealed record TimeWindow
{
    /// <summary>The windows up to now, shortest first: what a link calls them, and what a page does.</summary>
    public static IReadOnlyList<(string Code, string Name)> UpToNow { get; } =
    [
        ("5m", "5 min"), ("1h", "1 h"), ("6h", "6 h"), ("shift", "Shift"), ("day", "Gaming day"), ("24h", "24 h"), ("7d", "7 days"),
    ];

    /// <summary>The window of a page that is opened without one.</summary>
    public static TimeWindow Default { get; } = new() { Code = "1h" };

    /// <summary>The longest span between two moments.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(366);

    /// <summary>One of <see cref="UpToNow"/>; null for a span between two moments.</summary>
    public string? Code { get; private init; }

    /// <summary>The first moment, UTC, included.</summary>
    public DateTime From { get; private init; }

    /// <summary>The last moment, UTC.</summary>
    public DateTime To { get; private init; }

    /// <summary>A window up to now; null for a code that is none.</summary>
    public static TimeWindow? Of(string? code) => UpToNow.Any(window => window.Code == code) ? new TimeWindow { Code = code } : null;

    /// <summary>A window between two moments, UTC.</summary>
    /// <returns>The window, or why there is none.</returns>
    public static (TimeWindow? Window, string Problem) Between(DateTime from, DateTime to) =>
        to <= from ? (null, "The end must be after the beginning.")
        : to - from > Longest ? (null, $"Ask for at most {Longest.TotalDays:0} days at once.")
        : (new TimeWindow { From = from, To = to }, "");

    /// <summary>The two moments, UTC.</summary>
    /// <param name="now">The floor's present, UTC.</param>
    /// <param name="calendar">For shifts and gaming days.</param>
    public (DateTime From, DateTime To) Resolve(DateTime now, PropertyCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Code switch
        {
            null => (From, To),
            "5m" => (now.AddMinutes(-5), now),
            "1h" => (now.AddHours(-1), now),
            "6h" => (now.AddHours(-6), now),
            "shift" => (calendar.ShiftStart(now), now),
            "day" => (calendar.GamingDayStart(now), now),
            "24h" => (now.AddHours(-24), now),
            _ => (now.AddDays(-7), now),
        };
    }
}
