using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.KeyFigures;

namespace CasinoFloor.Tests.Web.KeyFigures;

/// <summary>Minutes and calendars to start from.</summary>
internal static class Minutes
{
    /// <summary>Los Angeles; gaming days from 6:00, shifts of 8 hours from midnight.</summary>
    public static PropertyCalendar House { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"), new CalendarOptions());

    public static DateTime Utc(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, DateTimeKind.Utc);

    public static FloorMinute Of(double coinIn, long machines = 10) => new(5, coinIn, coinIn * 0.9, coinIn * 0.08, coinIn, 0, machines);

    /// <summary>Fills whole hours of a book with equal minutes.</summary>
    public static void Fill(MinuteBook book, DateTime from, DateTime to, double coinIn, DateTime? storedTo = null)
    {
        var minutes = new List<(DateTime, FloorMinute)>();
        for (var at = from; at < (storedTo ?? to); at = at.AddMinutes(1))
        {
            minutes.Add((at, Of(coinIn)));
        }

        book.Put(from, to, minutes, now: to.AddDays(7));
    }
}
