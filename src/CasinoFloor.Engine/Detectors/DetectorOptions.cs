using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Engine.Detectors;

/// <summary>Thresholds of all detectors; section <c>Floor:Detectors</c>.</summary>
public sealed class DetectorOptions
{
    /// <summary>Large wins.</summary>
    public JackpotOptions Jackpot { get; set; } = new();

    /// <summary>Errors and silence.</summary>
    public MachineHealthOptions MachineHealth { get; set; } = new();

    /// <summary>Hot and cold machines.</summary>
    public HotColdOptions HotCold { get; set; } = new();

    /// <summary>Hopper fills.</summary>
    public HopperOptions Hopper { get; set; } = new();

    /// <summary>Floor coin-in against its own recent minutes.</summary>
    public FloorDeviationOptions FloorDeviation { get; set; } = new();

    /// <summary>Adds what is wrong.</summary>
    internal void Validate(OptionErrors errors)
    {
        Jackpot.Validate(errors.Section(nameof(Jackpot)));
        MachineHealth.Validate(errors.Section(nameof(MachineHealth)));
        HotCold.Validate(errors.Section(nameof(HotCold)));
        Hopper.Validate(errors.Section(nameof(Hopper)));
        FloorDeviation.Validate(errors.Section(nameof(FloorDeviation)));
    }
}
