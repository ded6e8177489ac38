using CasinoFloor.Engine.Detectors;
using CasinoFloor.Engine.Settings;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Floor;

/// <summary>Settings of the engine; section <c>Floor</c>.</summary>
public sealed class FloorOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Floor";

    /// <summary>Which clock the engine goes by.</summary>
    public FloorClockMode Clock { get; set; } = FloorClockMode.Wall;

    /// <summary>
    /// How many machines are tracked. Events of further ones are accepted, stored and counted, but have no state, windows or
    /// findings. 1 to 500,000; each takes about 3.5 kB.
    /// </summary>
    public int MaximumMachines { get; set; } = 200_000;

    /// <summary>How many event identities are remembered to recognise duplicates. 1,000 to 50,000,000; each takes up to 48 bytes.</summary>
    public int DeduplicationWindow { get; set; } = 1_000_000;

    /// <summary>Within this time after its last announcement, the same hand pay told again is a duplicate. 0 (never) to 1 hour.</summary>
    public TimeSpan HandPayRepeatWithin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>One-minute windows.</summary>
    public WindowOptions Windows { get; set; } = new();

    /// <summary>Detectors' thresholds.</summary>
    public DetectorOptions Detectors { get; set; } = new();

    /// <summary>Everything that is wrong, each with the full path of its setting (<c>Floor:Detectors:Jackpot:LargeWin ...</c>); empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Require(Enum.IsDefined(Clock), nameof(Clock), "must be Wall or EventTime.");
        errors.Within(nameof(MaximumMachines), MaximumMachines, 1, 500_000);
        errors.Within(nameof(DeduplicationWindow), DeduplicationWindow, 1000, 50_000_000);
        errors.Within(nameof(HandPayRepeatWithin), HandPayRepeatWithin, TimeSpan.Zero, TimeSpan.FromHours(1));
        Windows.Validate(errors.Section(nameof(Windows)));
        Detectors.Validate(errors.Section(nameof(Detectors)));
        return errors.All;
    }
}
