using CasinoFloor.Engine.Decoding;

namespace CasinoFloor.Web.Calendar;

/// <summary>
/// Moments as the property's people say them: local times, shifts and gaming days. A local time that exists twice is the earlier moment; one
/// that does not exist moves forward by the gap, as in <see cref="LocalClock"/>.
/// </summary>
/// <param name="zone">The property's time zone.</param>
/// <param name="options">Its days and shifts.</param>
public sealed class PropertyCalendar(TimeZoneInfo zone, CalendarOptions options)
{
    /// <summary>A calendar whose local time is UTC.</summary>
    public static PropertyCalendar Utc { get; } = new(TimeZoneInfo.Utc, new CalendarOptions());

    /// <summary>The time zone's name, such as <c>America/Los_Angeles</c>.</summary>
    public string ZoneName => zone.Id;

    /// <summary>The local time of a moment.</summary>
    public DateTime ToLocal(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    /// <summary>The moment of a local time, UTC.</summary>
    public DateTime ToUtc(DateTime local) => new(new LocalClock(zone).ToUtc(local.Ticks), DateTimeKind.Utc);

    /// <summary>When the gaming day of a moment began, UTC.</summary>
    public DateTime GamingDayStart(DateTime utc) => StartOfDay(utc, options.GamingDayStart);

    /// <summary>When the shift of a moment began, UTC.</summary>
    public DateTime ShiftStart(DateTime utc)
    {
        var local = ToLocal(utc);
        var since = (local.TimeOfDay - options.FirstShift.ToTimeSpan()).Ticks;
        var into = ((since % options.ShiftLength.Ticks) + options.ShiftLength.Ticks) % options.ShiftLength.Ticks;
        return NotAfter(utc, ToUtc(local.AddTicks(-into)));
    }

    private DateTime StartOfDay(DateTime utc, TimeOnly begins)
    {
        var local = ToLocal(utc);
        var day = TimeOnly.FromDateTime(local) < begins ? local.Date.AddDays(-1) : local.Date;
        return NotAfter(utc, ToUtc(day + begins.ToTimeSpan()));
    }

    // In the hour that clocks set forward skip, a start may be moved past the moment itself.
    private static DateTime NotAfter(DateTime utc, DateTime start) => start <= utc ? start : utc;
}
