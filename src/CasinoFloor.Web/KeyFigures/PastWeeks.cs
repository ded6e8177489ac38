using CasinoFloor.Web.Calendar;

namespace CasinoFloor.Web.KeyFigures;

/// <summary>
/// The same time in past weeks, by the clock on the wall: 21:00 on a Tuesday stays 21:00, whether clocks were changed in between or not.
/// </summary>
/// <param name="calendar">The property's calendar.</param>
public sealed class PastWeeks(PropertyCalendar calendar)
{
    /// <summary>How many weeks are looked back at.</summary>
    public const int Count = 6;

    private const int DaysOfWeek = 7;

    /// <summary>A moment some weeks ago, UTC.</summary>
    /// <param name="utc">The moment, UTC.</param>
    /// <param name="weeks">How many weeks.</param>
    public DateTime Ago(DateTime utc, int weeks) => calendar.ToUtc(calendar.ToLocal(utc).AddDays(-DaysOfWeek * weeks));

    /// <summary>The full local hour of a moment, UTC.</summary>
    public (DateTime From, DateTime To) HourOf(DateTime utc)
    {
        var local = calendar.ToLocal(utc);
        var from = utc.AddTicks(-(local.Ticks % TimeSpan.TicksPerHour));
        return (from, from.AddHours(1));
    }
}
