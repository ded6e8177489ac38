using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Xunit;

namespace CasinoFloor.Tests.Engine.Detectors;

public sealed class MachineHealthTests
{
    private readonly FloorHarness _floor = new();

    private void Errors(params double[] seconds)
    {
        foreach (var second in seconds)
        {
            _floor.Slot("M1", SlotEventType.Error, second);
        }
    }

    [Fact]
    public void Observe_FiveErrors_AreNotDown()
    {
        Errors(0, 10, 20, 30, 40);

        Assert.Empty(_floor.Findings);
    }

    [Fact]
    public void Observe_SixErrorsIn15Minutes_AreDownOnce()
    {
        Errors(0, 10, 20, 30, 40, 899.9, 899.95);

        var finding = Assert.Single(_floor.Of(FindingKind.MachineDown, FindingPhase.Raised));
        Assert.Equal((6m, 5m, 6L), (finding.Value, finding.Threshold, finding.Sample));
        Assert.Equal("6 ERROR events in 15 min are more than 5.", finding.Why);
        _floor.Capture();
        Assert.Equal(MachineStatus.NeedsAttention, _floor.Engine.Views[0].Status);
        Assert.Equal(7, _floor.Engine.Detail(0)!.Errors);
    }

    [Fact]
    public void Observe_SixthErrorJust15MinutesAfterTheFirst_IsNotDown()
    {
        Errors(0, 10, 20, 30, 40, 900);

        Assert.Empty(_floor.Of(FindingKind.MachineDown, FindingPhase.Raised));
    }

    [Fact]
    public void Observe_ErrorsOutOfOrder_AreJudgedByTheirTimes()
    {
        Errors(890, 40, 20, 0, 30, 10);

        Assert.Single(_floor.Of(FindingKind.MachineDown, FindingPhase.Raised));
    }

    [Fact]
    public void Observe_TenErrorsIn5Minutes_AreNotCritical()
    {
        Errors([.. Enumerable.Range(0, 10).Select(i => (double)i)]);

        Assert.Empty(_floor.Of(FindingKind.MachineCritical, FindingPhase.Raised));
    }

    [Fact]
    public void Observe_ElevenErrorsIn5Minutes_AreCritical()
    {
        Errors([.. Enumerable.Range(0, 10).Select(i => (double)i), 299.9]);

        var finding = Assert.Single(_floor.Of(FindingKind.MachineCritical, FindingPhase.Raised));
        Assert.Equal((11m, 10m, Severity.Critical), (finding.Value, finding.Threshold, finding.Severity));
        var attention = Assert.Single(_floor.Capture().Attention);
        Assert.Equal(FindingKind.MachineCritical, attention.Kind);
        Assert.Equal(MachineStatus.Critical, _floor.Engine.Views[0].Status);
    }

    [Fact]
    public void Observe_EleventhErrorJust5MinutesAfterTheFirst_IsNotCritical()
    {
        Errors([.. Enumerable.Range(0, 10).Select(i => (double)i), 300]);

        Assert.Empty(_floor.Of(FindingKind.MachineCritical, FindingPhase.Raised));
    }

    [Fact]
    public void Advance_ErrorsLeaveTheWindow_ClearsAndMayRaiseAnew()
    {
        Errors(0, 10, 20, 30, 40, 50);
        _floor.Advance(899);
        Assert.Empty(_floor.Of(FindingKind.MachineDown, FindingPhase.Cleared));

        _floor.Advance(900);
        var cleared = Assert.Single(_floor.Of(FindingKind.MachineDown, FindingPhase.Cleared));
        Assert.Equal(5m, cleared.Value);

        Errors(901, 902);
        Assert.Equal(2, _floor.Of(FindingKind.MachineDown, FindingPhase.Raised).Select(f => f.Id).Distinct().Count());
    }

    [Fact]
    public void Observe_OneErrorLongAfterABurst_RaisesNothing()
    {
        Errors(0, 10, 20, 30, 40, 50);
        _floor.Advance(2000);
        Errors(2001);

        Assert.Single(_floor.Of(FindingKind.MachineDown, FindingPhase.Raised));
    }

    [Theory]
    [InlineData(SlotEventType.Tilt, FindingKind.Tilt, SlotEventType.Spin)]
    [InlineData(SlotEventType.Tilt, FindingKind.Tilt, SlotEventType.PowerOn)]
    [InlineData(SlotEventType.PowerOff, FindingKind.PowerOff, SlotEventType.PowerOn)]
    [InlineData(SlotEventType.PowerOff, FindingKind.PowerOff, SlotEventType.Spin)]
    public void Observe_TiltOrPowerOff_HoldsUntilTheMachineWorks(SlotEventType begins, FindingKind kind, SlotEventType ends)
    {
        _floor.Slot("M1", begins, 10);
        _floor.Slot("M1", begins, 20);
        _floor.Slot("M1", ends, 5);
        Assert.Equal((kind, FindingPhase.Raised), (_floor.Findings.Single().Kind, _floor.Findings.Single().Phase));

        _floor.Slot("M1", ends, 30);

        Assert.Equal((kind, FindingPhase.Cleared), (_floor.Findings[^1].Kind, _floor.Findings[^1].Phase));
        Assert.Equal(2, _floor.Findings.Count);
    }

    [Fact]
    public void Advance_SilentMachine_IsIdleAfter5AndOfflineAfter10Minutes()
    {
        _floor.Slot("M1", SlotEventType.Heartbeat, 0);
        _floor.Advance(299);
        Assert.Empty(_floor.Findings);

        _floor.Advance(300);
        Assert.Equal(FindingKind.Idle, Assert.Single(_floor.Findings).Kind);
        Assert.Empty(_floor.Capture().Attention);
        _floor.Advance(600);
        Assert.Equal(FindingKind.Offline, _floor.Findings[^1].Kind);
        Assert.Equal(FindingKind.Offline, Assert.Single(_floor.Capture().Attention).Kind);
        Assert.Equal(MachineStatus.Offline, _floor.Engine.Views[0].Status);

        _floor.Slot("M1", SlotEventType.Heartbeat, 700);
        Assert.Single(_floor.Of(FindingKind.Idle, FindingPhase.Cleared));
        Assert.Single(_floor.Of(FindingKind.Offline, FindingPhase.Cleared));
        _floor.Capture();
        Assert.Equal(MachineStatus.InService, _floor.Engine.Views[0].Status);
    }

    [Fact]
    public void Capture_ManyConditions_ListsThemAll()
    {
        for (var machine = 0; machine < 300; machine++)
        {
            _floor.Slot($"M{machine}", SlotEventType.PowerOff, 10);
        }

        Assert.Equal(300, _floor.Capture().Attention.Count);
    }

    [Fact]
    public void Advance_MachineWithoutPowerOrNeverHeardOf_IsNotIdle()
    {
        _floor.Engine.Place([new MachineLocation { MachineId = "M0" }]);
        _floor.Slot("M1", SlotEventType.PowerOff, 0);
        _floor.Advance(3600);
        _floor.Capture();

        Assert.Empty(_floor.Of(FindingKind.Idle, FindingPhase.Raised));
        Assert.Equal(MachineStatus.Unknown, _floor.Engine.Views[0].Status);
        Assert.Equal(MachineStatus.PowerOff, _floor.Engine.Views[1].Status);
    }
}
