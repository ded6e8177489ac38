using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Xunit;

namespace CasinoFloor.Tests.Engine.Detectors;

public sealed class JackpotDetectorTests
{
    private readonly FloorHarness _floor = new();

    [Theory]
    [InlineData(SlotEventType.Jackpot)]
    [InlineData(SlotEventType.Spin)]
    public void Observe_OneCentUnderTheThreshold_IsNoLargeWin(SlotEventType type)
    {
        _floor.Slot("M1", type, 0, payout: 1199.99m);

        Assert.Empty(_floor.Findings);
        Assert.Equal(0, _floor.Engine.Totals.Streams[0].LargeWins);
        Assert.Empty(_floor.Capture().Jackpots);
    }

    [Theory]
    [InlineData(1200, Severity.Low, 1200)]
    [InlineData(4999.99, Severity.Low, 1200)]
    [InlineData(5000, Severity.Medium, 5000)]
    [InlineData(9999.99, Severity.Medium, 5000)]
    [InlineData(10000, Severity.High, 10000)]
    public void Observe_AmountAtAnEdge_HasItsLevel(decimal payout, Severity level, decimal threshold)
    {
        _floor.Slot("M1", SlotEventType.Jackpot, 0, payout: payout);

        var finding = Assert.Single(_floor.Findings);
        Assert.Equal((FindingKind.Jackpot, FindingPhase.Raised, level), (finding.Kind, finding.Phase, finding.Severity));
        Assert.Equal((payout, threshold, 1L), (finding.Value, finding.Threshold, finding.Sample));
        Assert.Equal(Finding.MakeId(FindingKind.Jackpot, FindingPhase.Raised, "M1", FloorHarness.Start.Ticks), finding.Id);
        Assert.Contains(Money.FromDecimal(payout).ToString(), finding.Why, StringComparison.Ordinal);
        var entry = Assert.Single(_floor.Capture().Jackpots);
        Assert.Equal((level, payout), (entry.Level, entry.Amount.ToDecimal()));
        Assert.Equal(1, _floor.Engine.Totals.Streams[0].LargeWins);
    }

    [Fact]
    public void Observe_LargeSpin_LocksTheMachine()
    {
        _floor.Slot("M1", SlotEventType.Spin, 0, payout: 1200);
        _floor.Capture();

        Assert.Equal(FindingKind.Jackpot, Assert.Single(_floor.Findings).Kind);
        Assert.Equal(MachineFlags.Locked, _floor.Engine.Views[0].Flags);
    }

    [Fact]
    public void Observe_Reset_UnlocksAndSaysWhen()
    {
        _floor.Slot("M1", SlotEventType.Jackpot, 0, payout: 2000);
        Assert.Equal(2000m, _floor.Capture() is null ? 0 : _floor.Engine.Detail(0)!.LockedBy!.Value.ToDecimal());

        _floor.Slot("M1", SlotEventType.JackpotReset, 240);

        var reset = Assert.Single(_floor.Of(FindingKind.JackpotReset, FindingPhase.Cleared));
        Assert.Equal(FloorHarness.At(240), reset.EventTime);
        Assert.Contains("18:04:00 UTC, after 4.0 min", reset.Why, StringComparison.Ordinal);
        Assert.EndsWith(_floor.Findings[0].Id.Split('/')[^1], reset.Id, StringComparison.Ordinal);
        Assert.Equal(FloorHarness.At(240), Assert.Single(_floor.Capture().Jackpots).ResetAt);
        Assert.Equal(MachineFlags.None, _floor.Engine.Views[0].Flags);
        Assert.Null(_floor.Engine.Detail(0)!.LockedBy);
    }

    [Fact]
    public void Observe_LaterGame_UnlocksBecauseTheResetWasMissed()
    {
        _floor.Slot("M1", SlotEventType.Jackpot, 10, payout: 2000);
        _floor.Slot("M1", SlotEventType.Spin, 5);
        Assert.Empty(_floor.Of(FindingKind.JackpotReset, FindingPhase.Cleared));

        _floor.Slot("M1", SlotEventType.Spin, 70);

        Assert.Contains("reset was missed", Assert.Single(_floor.Of(FindingKind.JackpotReset, FindingPhase.Cleared)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Observe_JackpotAfterTheGamesThatFollowedIt_IsRaisedAndResetAtOnce()
    {
        _floor.Slot("M1", SlotEventType.Spin, 60);
        _floor.Slot("M1", SlotEventType.Jackpot, 10, payout: 2000);
        _floor.Capture();

        Assert.Equal([FindingKind.Jackpot, FindingKind.JackpotReset], _floor.Findings.Select(f => f.Kind));
        Assert.Equal(MachineFlags.None, _floor.Engine.Views[0].Flags);
    }

    [Fact]
    public void Apply_HandPayRepeatedEvery15Seconds_IsOneJackpot()
    {
        var outcomes = Enumerable.Range(0, 40).Select(i => _floor.Slot("M1", SlotEventType.Jackpot, 15 * i, payout: 1500)).ToList();

        Assert.Equal(EventOutcome.Accepted, outcomes[0]);
        Assert.All(outcomes.Skip(1), o => Assert.Equal(EventOutcome.Duplicate, o));
        Assert.Single(_floor.Findings);
        var slot = _floor.Engine.Totals.Streams[0];
        Assert.Equal((1L, 39L, 1L, 1500m), (slot.Accepted, slot.Duplicates, slot.LargeWins, slot.CoinOut.ToDecimal()));
    }

    [Fact]
    public void Apply_FirstAnnouncementComesAfterItsRepeatsAndTheReset_IsOneJackpot()
    {
        _floor.Slot("M1", SlotEventType.Jackpot, 15, payout: 1500);
        _floor.Slot("M1", SlotEventType.Jackpot, 30, payout: 1500);
        _floor.Slot("M1", SlotEventType.JackpotReset, 90);

        Assert.Equal(EventOutcome.Duplicate, _floor.Slot("M1", SlotEventType.Jackpot, 0, payout: 1500));
        Assert.Single(_floor.Of(FindingKind.Jackpot, FindingPhase.Raised));
        Assert.Equal(1500m, _floor.Engine.Totals.Streams[0].CoinOut.ToDecimal());
    }

    [Fact]
    public void Apply_HandPayWithoutAmountRepeated_IsOneHandPay()
    {
        var outcomes = Enumerable.Range(0, 4).Select(i => _floor.Slot("M1", SlotEventType.Jackpot, 15 * i)).ToList();
        _floor.Slot("M1", SlotEventType.JackpotReset, 50);

        Assert.Equal([EventOutcome.Accepted, EventOutcome.Duplicate, EventOutcome.Duplicate, EventOutcome.Duplicate], outcomes);
        Assert.Equal(EventOutcome.Accepted, _floor.Slot("M1", SlotEventType.Jackpot, 60));
    }

    [Theory]
    [InlineData(60, 0, EventOutcome.Duplicate)]
    [InlineData(60.001, 0, EventOutcome.Accepted)]
    [InlineData(15, 0.01, EventOutcome.Accepted)]
    public void Apply_SecondHandPay_IsARepeatOnlyWithTheSameAmountInTime(double seconds, decimal more, EventOutcome expected)
    {
        _floor.Slot("M1", SlotEventType.Jackpot, 0, payout: 1500);

        Assert.Equal(expected, _floor.Slot("M1", SlotEventType.Jackpot, seconds, payout: 1500 + more));
    }

    [Theory]
    [InlineData(SlotEventType.Spin)]
    [InlineData(SlotEventType.JackpotReset)]
    public void Apply_SameAmountAfterGameOrReset_IsAnotherJackpot(SlotEventType between)
    {
        _floor.Slot("M1", SlotEventType.Jackpot, 0, payout: 1500);
        _floor.Slot("M1", between, 10);

        Assert.Equal(EventOutcome.Accepted, _floor.Slot("M1", SlotEventType.Jackpot, 20, payout: 1500));
        Assert.Equal(2, _floor.Of(FindingKind.Jackpot, FindingPhase.Raised).Count());
    }

    [Fact]
    public void Observe_TwoJackpotsInOneSecond_AreTwoFindings()
    {
        _floor.Slot("M1", SlotEventType.Jackpot, 0, payout: 1500);
        _floor.Slot("M1", SlotEventType.Jackpot, 0, payout: 2500);
        _floor.Slot("M1", SlotEventType.JackpotReset, 60);

        Assert.Equal(4, _floor.Findings.Select(f => f.Id).Distinct().Count());
        Assert.All(_floor.Capture().Jackpots, j => Assert.NotNull(j.ResetAt));
    }

    [Fact]
    public void Capture_SixtyJackpots_ListsTheNewestFirst()
    {
        for (var i = 0; i < 60; i++)
        {
            _floor.Slot($"M{i}", SlotEventType.Jackpot, i, payout: 1500);
        }

        var jackpots = _floor.Capture().Jackpots;

        Assert.Equal(50, jackpots.Count);
        Assert.Equal(Enumerable.Range(10, 50).Reverse().Select(i => $"M{i}"), jackpots.Select(j => j.MachineId));
    }
}
