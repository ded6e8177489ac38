using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Detectors;

/// <summary>Power off, until POWER_ON or, where that was missed, a later game.</summary>
internal sealed class PowerDetector(ConditionBoard board) : IDetector
{
    /// <inheritdoc />
    public bool Wants(SlotEventType type) => type is SlotEventType.PowerOff or SlotEventType.PowerOn or SlotEventType.Spin;

    /// <inheritdoc />
    public void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
        var off = (context.States[machine].Bits & MachineBits.PowerOff) != 0;
        if (off == board.IsActive(FindingKind.PowerOff, machine))
        {
            return;
        }

        var facts = new FindingFacts
        {
            Severity = Severity.High,
            EventTime = e.Timestamp,
            Value = off ? 1 : 0,
            Threshold = 1,
            Sample = 1,
            Why = off
                ? "The machine reported POWER_OFF."
                : "The machine has power again.",
        };
        if (off)
        {
            board.Raise(FindingKind.PowerOff, machine, e.Timestamp, in facts);
        }
        else
        {
            board.Clear(FindingKind.PowerOff, machine, in facts);
        }
    }
}
