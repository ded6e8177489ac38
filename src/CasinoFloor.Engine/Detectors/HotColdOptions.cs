using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Engine.Detectors;

/// <summary>Thresholds of hot and cold machines; section <c>Floor:Detectors:HotCold</c>.</summary>
public sealed class HotColdOptions
{
    /// <summary>A coin-in rate over this percentage of the peers' average is hot. More than 100.</summary>
    public decimal HotPercent { get; set; } = 200;

    /// <summary>Hot ends at or under this percentage; at most <see cref="HotPercent"/>. The distance keeps a machine at the edge from flapping.</summary>
    public decimal HotClearPercent { get; set; } = 180;

    /// <summary>A coin-in rate under this percentage of the peers' average is cold. From 0 (never) to 100.</summary>
    public decimal ColdPercent { get; set; } = 20;

    /// <summary>Cold ends at or over this percentage; at least <see cref="ColdPercent"/>.</summary>
    public decimal ColdClearPercent { get; set; } = 25;

    /// <summary>With fewer peers of the same section and denomination, the whole floor is compared with. 1 to 1,000.</summary>
    public int MinimumPeers { get; set; } = 5;

    /// <summary>The rate is taken over the current minute and the ones before it, so many in all. 1 to 60.</summary>
    public int Minutes { get; set; } = 5;

    /// <summary>When the floor opens, local time of <see cref="TimeZone"/>; without it the floor is always open.</summary>
    public TimeOnly? Opens { get; set; }

    /// <summary>When the floor closes; may lie past midnight, before <see cref="Opens"/>.</summary>
    public TimeOnly? Closes { get; set; }

    /// <summary>Time zone of the opening hours, as the system names it.</summary>
    public string TimeZone { get; set; } = "America/Los_Angeles";

    /// <summary>Adds what is wrong.</summary>
    internal void Validate(OptionErrors errors)
    {
        errors.Within(nameof(HotPercent), HotPercent, 100.01m, 100_000m);
        errors.Within(nameof(HotClearPercent), HotClearPercent, 0m, HotPercent);
        errors.Within(nameof(ColdPercent), ColdPercent, 0m, 100m);
        errors.Require(ColdClearPercent >= ColdPercent && ColdClearPercent <= 100_000m, nameof(ColdClearPercent), "must be from ColdPercent to 100000.");
        errors.Within(nameof(MinimumPeers), MinimumPeers, 1, 1000);
        errors.Within(nameof(Minutes), Minutes, 1, 60);
        errors.Require(Opens.HasValue == Closes.HasValue, nameof(Closes), "must be given together with Opens.");
        errors.Require(TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _), nameof(TimeZone), $"names no time zone: '{TimeZone}'.");
    }
}
