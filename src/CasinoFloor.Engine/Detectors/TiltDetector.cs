using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Detectors;

/// <summary>Tilts. No event says that a tilt is over: a later game or POWER_ON does.</summary>
internal sealed class TiltDetector(ConditionBoard board) : IDetector
{
    /// <inheritdoc />
    public bool Wants(SlotEventType type) => type is SlotEventType.Tilt or SlotEventType.Spin or SlotEventType.PowerOn;

    /// <inheritdoc />
    public void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
        var tilted = (context.States[machine].Bits & MachineBits.Tilt) != 0;
        if (tilted == board.IsActive(FindingKind.Tilt, machine))
        {
            return;
        }

        var facts = new FindingFacts
        {
            Severity = Severity.Medium,
            EventTime = e.Timestamp,
            Value = tilted ? 1 : 0,
            Threshold = 1,
            Sample = 1,
            Why = tilted
                ? "The machine reported TILT."
                : "The machine works again after its tilt.",
        };
        if (tilted)
        {
            board.Raise(FindingKind.Tilt, machine, e.Timestamp, in facts);
        }
        else
        {
            board.Clear(FindingKind.Tilt, machine, in facts);
        }
    }
}
