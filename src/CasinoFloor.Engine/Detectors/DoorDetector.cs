using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// A door that is open with no employee card in the machine, at once; also when the card is taken out while the door is
/// open. Putting a card in afterwards does not undo it: the condition lasts until the door is closed.
/// </summary>
internal sealed class DoorDetector(ConditionBoard board) : IDetector
{
    /// <inheritdoc />
    public bool Wants(SlotEventType type) =>
        type is SlotEventType.DoorOpen or SlotEventType.DoorClose or SlotEventType.EmployeeCardOut;

    /// <inheritdoc />
    public void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
        ref readonly var state = ref context.States[machine];
        var open = (state.Bits & MachineBits.DoorOpen) != 0;
        var card = (state.Bits & MachineBits.EmployeeCard) != 0;
        if (board.IsActive(FindingKind.DoorWithoutCard, machine))
        {
            if (!open)
            {
                Clear(machine, state.DoorAt);
            }
        }
        else if (open && !card)
        {
            Raise(machine, e.Timestamp);
        }
        else if (e.Type == SlotEventType.DoorOpen && !open && !card && state.EmployeeCardAt <= e.Timestamp)
        {
            // It came after the closing that followed it: still somebody opened the door without a card.
            Raise(machine, e.Timestamp);
            Clear(machine, state.DoorAt);
        }
    }

    private void Raise(int machine, long at) => board.Raise(FindingKind.DoorWithoutCard, machine, at, new FindingFacts
    {
        Severity = Severity.Critical,
        EventTime = at,
        Value = 0,
        Threshold = 1,
        Sample = 1,
        Why = "A door was opened with no employee card in the machine.",
    });

    private void Clear(int machine, long at) => board.Clear(FindingKind.DoorWithoutCard, machine, new FindingFacts
    {
        EventTime = at,
        Value = 1,
        Threshold = 1,
        Sample = 1,
        Why = "The door was closed.",
    });
}
