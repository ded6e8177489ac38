using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Detectors;

public sealed class FloorDeviationDetectorTests
{
    private readonly FloorHarness _floor = new();

    // Alternately 90 and 110 a minute: mean 100, sigma a little over 10.
    private void Play(int minutes, Func<int, decimal> coinIn)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            _floor.Slot("M1", SlotEventType.Spin, minute * 60, wager: coinIn(minute));
            _floor.Slot("M1", SlotEventType.Heartbeat, (minute * 60) + 40);
        }
    }

    private static decimal Usual(int minute) => 100 + (minute % 2 == 0 ? 10 : -10);

    [Theory]
    [InlineData(129, 0)]
    [InlineData(132, 1)]
    [InlineData(68, 1)]
    [InlineData(71, 0)]
    public void MinuteClosed_FurtherThan3Sigma_IsRaisedAndClearedByTheNextUsualMinute(decimal odd, int raised)
    {
        // The first minute began before the engine looked: it does not count.
        Play(25, minute => minute == 22 ? odd : Usual(minute));

        Assert.Equal(raised, _floor.Of(FindingKind.FloorDeviation, FindingPhase.Raised).Count());
        Assert.Equal(raised, _floor.Of(FindingKind.FloorDeviation, FindingPhase.Cleared).Count());
        if (raised == 1)
        {
            var finding = _floor.Of(FindingKind.FloorDeviation, FindingPhase.Raised).Single();
            Assert.Equal((21L, 3m, ""), (finding.Sample, finding.Threshold, finding.MachineId));
            Assert.Equal(FloorHarness.At(23 * 60), finding.EventTime);
        }
    }

    [Fact]
    public void MinuteClosed_TooFewMinutes_SaysNothing()
    {
        Play(22, minute => minute == 20 ? 1000 : Usual(minute));

        Assert.Empty(_floor.Of(FindingKind.FloorDeviation, FindingPhase.Raised));
    }

    [Fact]
    public void MinuteClosed_NoVariationAtAll_SaysNothing()
    {
        Play(40, minute => minute == 30 ? 1000 : 100);

        Assert.Empty(_floor.Of(FindingKind.FloorDeviation, FindingPhase.Raised));
    }

    [Fact]
    public void Complete_MinuteCutShort_IsNotJudged()
    {
        Play(30, Usual);
        _floor.Slot("M1", SlotEventType.Spin, 1800, wager: 1);
        _floor.Complete();

        Assert.Empty(_floor.Of(FindingKind.FloorDeviation, FindingPhase.Raised));
    }
}
