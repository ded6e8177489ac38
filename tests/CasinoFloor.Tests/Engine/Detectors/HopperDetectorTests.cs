using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Xunit;

namespace CasinoFloor.Tests.Engine.Detectors;

public sealed class HopperDetectorTests
{
    private readonly FloorHarness _floor = new();

    [Fact]
    public void Observe_Exactly20Percent_NeedsNoFill()
    {
        _floor.Slot("M1", SlotEventType.Spin, 0, hopper: 20);

        Assert.Empty(_floor.Findings);
    }

    [Fact]
    public void Observe_Under20Percent_NeedsAFillUntilItIsBackAt25()
    {
        _floor.Slot("M1", SlotEventType.Spin, 0, hopper: 19.9f);
        var finding = Assert.Single(_floor.Findings);
        Assert.Equal((19.9m, 20m), (finding.Value, finding.Threshold));
        Assert.Equal("The hopper is 19.9 % full, under 20 %.", finding.Why);

        _floor.Slot("M1", SlotEventType.Spin, 1, hopper: 24.9f);
        _floor.Capture();
        Assert.Equal(MachineFlags.HopperLow, _floor.Engine.Views[0].Flags);

        _floor.Slot("M1", SlotEventType.Spin, 2, hopper: 25);
        Assert.Equal(FindingPhase.Cleared, _floor.Findings[^1].Phase);
        Assert.Equal(2, _floor.Findings.Count);
    }

    [Fact]
    public void Observe_OlderLevel_ChangesNothing()
    {
        _floor.Slot("M1", SlotEventType.Spin, 10, hopper: 80);
        _floor.Slot("M1", SlotEventType.Spin, 5, hopper: 10);

        Assert.Empty(_floor.Findings);
    }

    [Fact]
    public void Observe_HopperLowWithoutLevels_HoldsUntilTheDoorIsClosed()
    {
        _floor.Slot("M1", SlotEventType.HopperLow, 0);
        Assert.Equal(FindingKind.HopperFill, Assert.Single(_floor.Findings).Kind);

        _floor.Slot("M1", SlotEventType.DoorClose, 10);
        Assert.Single(_floor.Of(FindingKind.HopperFill, FindingPhase.Cleared));
    }
}
