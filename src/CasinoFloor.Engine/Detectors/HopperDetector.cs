using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// Hoppers that want filling: a level under the threshold, until it is back at the clearing level. HOPPER_LOW without a
/// level counts as well; where no level is ever told, closing the door ends it, because a fill needs the door.
/// </summary>
internal sealed class HopperDetector(HopperOptions options, ConditionBoard board) : IDetector
{
    // One HOPPER_LOW is enough; no level is as low as that by setting.
    private const decimal ReportThreshold = 1;

    private readonly float _fillBelow = (float)options.FillBelow;
    private readonly float _clearFrom = (float)options.ClearFrom;

    /// <inheritdoc />
    public bool Wants(SlotEventType type) => true;

    /// <inheritdoc />
    public void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
        if (!float.IsNaN(e.HopperLevel))
        {
            if (e.Timestamp >= context.States[machine].HopperAt)
            {
                Judge(machine, e.HopperLevel, e.Timestamp);
            }
        }
        else if (e.Type == SlotEventType.HopperLow && !board.IsActive(FindingKind.HopperFill, machine))
        {
            board.Raise(FindingKind.HopperFill, machine, e.Timestamp, Facts(
                e.Timestamp, 1, ReportThreshold, "The machine sent 1 HOPPER_LOW without a level; 1 is enough."));
        }
        else if (e.Type == SlotEventType.DoorClose && float.IsNaN(context.States[machine].HopperLevel))
        {
            board.Clear(FindingKind.HopperFill, machine, Facts(
                e.Timestamp, 0, ReportThreshold, "The door was closed after a HOPPER_LOW; the machine tells no level."));
        }
    }

    /// <summary>Whether a finding was raised by HOPPER_LOW, so that its value is no level.</summary>
    public static bool IsReport(Finding finding) => finding.Value == 1 && finding.Threshold == ReportThreshold;

    private void Judge(int machine, float level, long at)
    {
        var active = board.IsActive(FindingKind.HopperFill, machine);
        if (!active && level < _fillBelow)
        {
            board.Raise(FindingKind.HopperFill, machine, at, Facts(
                at, (decimal)level, options.FillBelow, Sentence.Of($"The hopper is {level:0.##} % full, under {options.FillBelow:0.##} %.")));
        }
        else if (active && level >= _clearFrom)
        {
            board.Clear(FindingKind.HopperFill, machine, Facts(
                at, (decimal)level, options.ClearFrom, Sentence.Of($"The hopper is {level:0.##} % full, from {options.ClearFrom:0.##} % it is well.")));
        }
    }

    private static FindingFacts Facts(long at, decimal level, decimal threshold, string why) => new()
    {
        Severity = Severity.Medium,
        EventTime = at,
        Value = level,
        Threshold = threshold,
        Sample = 1,
        Why = why,
    };
}

/// <summary>Thresholds of hopper fills, in percent; section <c>Floor:Detectors:Hopper</c>.</summary>
public sealed class HopperOptions
{
    /// <summary>A level under this wants a fill. 1.1 to 100.</summary>
    public decimal FillBelow { get; set; } = 20;

    /// <summary>From this level the fill is done. At least <see cref="FillBelow"/>: the distance keeps a level at the edge from flapping.</summary>
    public decimal ClearFrom { get; set; } = 25;

    /// <summary>Adds what is wrong.</summary>
    internal void Validate(OptionErrors errors)
    {
        errors.Within(nameof(FillBelow), FillBelow, 1.1m, 100m);
        errors.Require(ClearFrom >= FillBelow && ClearFrom <= 100, nameof(ClearFrom), "must be from FillBelow to 100.");
    }
}
