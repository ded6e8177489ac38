using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Engine.Detectors;

/// <summary>Thresholds of machine health; section <c>Floor:Detectors:MachineHealth</c>.</summary>
public sealed class MachineHealthOptions
{
    /// <summary>More ERROR events than this within <see cref="DownWithin"/> and the machine needs attention. 1 to 1,000.</summary>
    public int DownErrors { get; set; } = 5;

    /// <summary>The window of <see cref="DownErrors"/>. 1 second to 1 hour.</summary>
    public TimeSpan DownWithin { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>More ERROR events than this within <see cref="CriticalWithin"/> and it is critical. 1 to 1,000.</summary>
    public int CriticalErrors { get; set; } = 10;

    /// <summary>The window of <see cref="CriticalErrors"/>. 1 second to 1 hour.</summary>
    public TimeSpan CriticalWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A machine in service that is silent for so long is idle. 1 second to 1 day.</summary>
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A machine in service that is silent for so long is off line. At least <see cref="IdleAfter"/>.</summary>
    public TimeSpan OfflineAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Adds what is wrong.</summary>
    internal void Validate(OptionErrors errors)
    {
        var second = TimeSpan.FromSeconds(1);
        errors.Within(nameof(DownErrors), DownErrors, 1, 1000);
        errors.Within(nameof(DownWithin), DownWithin, second, TimeSpan.FromHours(1));
        errors.Within(nameof(CriticalErrors), CriticalErrors, 1, 1000);
        errors.Within(nameof(CriticalWithin), CriticalWithin, second, TimeSpan.FromHours(1));
        errors.Within(nameof(IdleAfter), IdleAfter, second, TimeSpan.FromDays(1));
        errors.Require(OfflineAfter >= IdleAfter, nameof(OfflineAfter), "must not be shorter than IdleAfter.");
        errors.Require(OfflineAfter <= TimeSpan.FromDays(1), nameof(OfflineAfter), "must not be longer than a day.");
    }
}
