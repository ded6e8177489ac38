using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Engine.Windows;

/// <summary>Settings of the one-minute windows; section <c>Floor:Windows</c>.</summary>
public sealed class WindowOptions
{
    /// <summary>How far behind the newest event of its partition the watermark stays: the disorder that is waited for. 0 to 10 minutes.</summary>
    public TimeSpan OutOfOrderness { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A partition that is silent for so long holds the watermark no more. More than 0, at most 1 hour.</summary>
    public TimeSpan PartitionIdleAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Adds what is wrong.</summary>
    internal void Validate(OptionErrors errors)
    {
        errors.Within(nameof(OutOfOrderness), OutOfOrderness, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        errors.Within(nameof(PartitionIdleAfter), PartitionIdleAfter, TimeSpan.FromTicks(1), TimeSpan.FromHours(1));
    }
}
