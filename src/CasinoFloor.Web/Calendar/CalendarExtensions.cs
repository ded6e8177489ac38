namespace CasinoFloor.Web.Calendar;

/// <summary>Registers the property's calendar.</summary>
public static class CalendarExtensions
{
    /// <summary>Adds <see cref="PropertyCalendar"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="timeZone">The property's time zone, IANA id.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddPropertyCalendar(this IServiceCollection services, string timeZone, CalendarOptions options) =>
        services.AddSingleton(new PropertyCalendar(TimeZoneInfo.FindSystemTimeZoneById(timeZone), options));
}
