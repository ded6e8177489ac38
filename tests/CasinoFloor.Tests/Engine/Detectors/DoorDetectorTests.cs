using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Detectors;

public sealed class DoorDetectorTests
{
    private readonly FloorHarness _floor = new();

    private IEnumerable<FindingPhase> Phases => _floor.Findings.Where(f => f.Kind == FindingKind.DoorWithoutCard).Select(f => f.Phase);

    [Fact]
    public void Observe_DoorOpensWithoutCard_IsRaisedAtOnceAndEndsWithTheDoor()
    {
        _floor.Slot("M1", SlotEventType.DoorOpen, 0);
        Assert.Equal([FindingPhase.Raised], Phases);

        _floor.Slot("M1", SlotEventType.EmployeeCardIn, 5);
        Assert.Equal([FindingPhase.Raised], Phases);

        _floor.Slot("M1", SlotEventType.DoorClose, 10);
        Assert.Equal([FindingPhase.Raised, FindingPhase.Cleared], Phases);
    }

    [Fact]
    public void Observe_DoorOpensWithCard_IsInOrder()
    {
        _floor.Slot("M1", SlotEventType.EmployeeCardIn, 0);
        _floor.Slot("M1", SlotEventType.DoorOpen, 5);
        _floor.Slot("M1", SlotEventType.DoorClose, 10);
        _floor.Slot("M1", SlotEventType.EmployeeCardOut, 15);

        Assert.Empty(Phases);
    }

    [Fact]
    public void Observe_CardTakenOutOfAnOpenMachine_IsRaised()
    {
        _floor.Slot("M1", SlotEventType.EmployeeCardIn, 0);
        _floor.Slot("M1", SlotEventType.DoorOpen, 5);
        _floor.Slot("M1", SlotEventType.EmployeeCardOut, 8);

        Assert.Equal([FindingPhase.Raised], Phases);
    }

    [Fact]
    public void Observe_OpeningComesAfterItsClosing_IsStillTold()
    {
        _floor.Slot("M1", SlotEventType.DoorClose, 10);
        _floor.Slot("M1", SlotEventType.DoorOpen, 5);

        Assert.Equal([FindingPhase.Raised, FindingPhase.Cleared], Phases);
    }
}
