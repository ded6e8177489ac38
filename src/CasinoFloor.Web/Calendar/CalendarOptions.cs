using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Web.Calendar;

/// <summary>The property's day, section <c>Calendar</c>; times of day are local ones of <c>Decoding:TimeZone</c>.</summary>
public sealed class CalendarOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Calendar";

    /// <summary>When a gaming day begins.</summary>
    public TimeOnly GamingDayStart { get; set; } = new(6, 0);

    /// <summary>When the first shift of a day begins.</summary>
    public TimeOnly FirstShift { get; set; } = new(0, 0);

    /// <summary>How long a shift is; 1 hour to 1 day, and a day must be whole shifts.</summary>
    public TimeSpan ShiftLength { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Everything that is wrong with the settings, each line naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Within(nameof(ShiftLength), ShiftLength, TimeSpan.FromHours(1), TimeSpan.FromDays(1));
        errors.Require(
            ShiftLength <= TimeSpan.Zero || TimeSpan.TicksPerDay % ShiftLength.Ticks == 0,
            nameof(ShiftLength),
            $"is {ShiftLength}; a day must be a whole number of shifts.");
        return errors.All;
    }
}
