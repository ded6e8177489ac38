using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Xunit;

namespace CasinoFloor.Tests.Engine.Windows;

public sealed class WindowTests
{
    private const SlotEventType Spin = SlotEventType.Spin;

    private readonly FloorHarness _floor = new();

    [Fact]
    public void Apply_WatermarkReachesTheEnd_ClosesTheMinuteWithItsFigures()
    {
        _floor.Slot("M1", Spin, 0, wager: 2, payout: 1);
        _floor.Slot("M1", SlotEventType.Jackpot, 10, payout: 1500);
        _floor.Slot("M1", SlotEventType.Error, 20);
        _floor.Slot("M1", SlotEventType.BillIn, 30);
        _floor.Slot("M1", Spin, 59.9, wager: 3);
        _floor.Slot("M1", Spin, 89.9, wager: 5);
        Assert.Empty(_floor.Windows);

        _floor.Slot("M1", Spin, 90, wager: 5);

        var window = Assert.Single(_floor.Windows);
        Assert.Equal(FloorHarness.Start.Ticks, window.WindowStart);
        Assert.Equal((2, 1, 1, 5, 0), (window.SpinCount, window.JackpotCount, window.ErrorCount, window.EventCount, window.Revision));
        Assert.Equal((5m, 1501m), (window.CoinIn.ToDecimal(), window.CoinOut.ToDecimal()));
    }

    [Fact]
    public void Apply_EventsOfBillsTicketsAndMeters_AreNoCoinIn()
    {
        var batch = new EventBatchBuilder().Slot("M1", SlotEventType.BillIn, FloorHarness.At(1), bill: 100);
        batch.Slot("M1", SlotEventType.TicketIn, FloorHarness.At(2)).Batch.Slots[1].Ticket = Money.FromDecimal(50);
        batch.Slot("M1", SlotEventType.MeterUpdate, FloorHarness.At(3)).Batch.Slots[2].MeterCoinIn = Money.FromDecimal(9000);
        _floor.Apply(batch);
        _floor.Complete();

        var window = Assert.Single(_floor.Windows);
        Assert.Equal((0m, 0m, 100m), (window.CoinIn.ToDecimal(), window.CoinOut.ToDecimal(), window.BillIn.ToDecimal()));
        Assert.Equal(0m, _floor.Engine.Totals.Streams[0].CoinIn.ToDecimal());
    }

    [Fact]
    public void Apply_LateEvents_AreCountedAndCorrectedOncePerCall()
    {
        _floor.Slot("M1", Spin, 0, wager: 1);
        _floor.Slot("M1", Spin, 95, wager: 1);

        var batch = _floor.Apply(new EventBatchBuilder()
            .Slot("M1", Spin, FloorHarness.At(1), wager: 2)
            .Slot("M1", Spin, FloorHarness.At(2), wager: 4)
            .Slot("M2", Spin, FloorHarness.At(3), wager: 8));

        Assert.All(batch.Slots.Items.ToArray(), e => Assert.Equal(EventOutcome.Late, e.Outcome));
        Assert.Collection(
            batch.Windows,
            w => Assert.Equal(("M1", 1, 7m, 3), (w.MachineId, w.Revision, w.CoinIn.ToDecimal(), w.SpinCount)),
            w => Assert.Equal(("M2", 0, 8m, 1), (w.MachineId, w.Revision, w.CoinIn.ToDecimal(), w.SpinCount)));
        var totals = _floor.Engine.Totals;
        Assert.Equal((3L, 2L, 1L), (totals.Streams[0].Late, totals.Windows, totals.Corrections));
    }

    [Fact]
    public void Apply_OnePartitionLags_HoldsTheWatermark()
    {
        _floor.Now = FloorHarness.At(199);
        _floor.Apply(new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(0), partition: 0).Slot("M2", Spin, FloorHarness.At(0), partition: 1));
        _floor.Apply(new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(200), partition: 0));
        var held = _floor.ApplyAt(new EventBatchBuilder().Slot("M2", Spin, FloorHarness.At(20), partition: 1).Batch, FloorHarness.At(200));
        _floor.Advance(203);

        Assert.Equal(EventOutcome.Accepted, held.Slots[0].Outcome);
        Assert.Empty(_floor.Windows);
    }

    [Fact]
    public void Advance_LaggingPartitionGoesIdle_HoldsTheWatermarkNoMore()
    {
        Apply_OnePartitionLags_HoldsTheWatermark();
        _floor.Apply(new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(209), partition: 0));

        _floor.Advance(209.9);
        Assert.Empty(_floor.Windows);
        _floor.Advance(210);
        Assert.Equal(["M1", "M2"], _floor.Windows.Select(w => w.MachineId));
    }

    [Fact]
    public void Advance_AllPartitionsIdle_TheClockCarriesTheWatermarkOn()
    {
        _floor.Slot("M1", Spin, 50);

        _floor.Advance(89);
        Assert.Empty(_floor.Windows);
        _floor.Advance(90);
        Assert.Single(_floor.Windows);
    }

    [Fact]
    public void Apply_OneClockRunsAhead_ClosesNoWindowsEarly()
    {
        var now = FloorHarness.At(10);
        _floor.ApplyAt(new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(5)).Slot("FAST", Spin, FloorHarness.At(280)).Batch, now);
        var batch = _floor.ApplyAt(new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(9)).Batch, now);

        Assert.Equal(EventOutcome.Accepted, batch.Slots[0].Outcome);
        Assert.Empty(_floor.Windows);
        _floor.Complete();
        Assert.Equal(2, _floor.Windows.Count);
    }

    [Fact]
    public void Apply_OpenMinuteLosesItsCell_IsEmittedFirstAndThenLeftToTheEventhouse()
    {
        _floor.Slot("M1", Spin, 0, wager: 1);
        var batch = new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(3600), wager: 2, partition: 1).Slot("M1", Spin, FloorHarness.At(30), wager: 4);
        var result = _floor.ApplyAt(batch.Batch, FloorHarness.At(5));

        var window = Assert.Single(result.Windows);
        Assert.Equal((FloorHarness.Start.Ticks, 1m), (window.WindowStart, window.CoinIn.ToDecimal()));
        Assert.Equal(EventOutcome.Late, result.Slots[1].Outcome);
        Assert.Equal(new StaleWindow("M1", FloorHarness.Start.Ticks), Assert.Single(result.StaleWindows));
    }

    [Fact]
    public void Apply_LateBeyondTheHour_IsLeftToTheEventhouseOncePerCall()
    {
        _floor.Slot("M1", Spin, 0, wager: 1);
        _floor.Slot("M1", Spin, 3600, wager: 1);

        var result = _floor.Apply(new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(1)).Slot("M1", Spin, FloorHarness.At(2)));

        Assert.Single(result.StaleWindows);
        Assert.Empty(result.Windows);
        var totals = _floor.Engine.Totals;
        Assert.Equal((2L, 1L, 1L), (totals.Streams[0].Late, totals.Windows, totals.Corrections));
    }

    [Fact]
    public void Complete_OpenMinutes_AreAllClosed()
    {
        _floor.Slot("M1", Spin, 0);
        _floor.Slot("M2", Spin, 70);

        Assert.Equal(2, _floor.Complete().Windows.Count);
        Assert.Empty(_floor.Complete().Windows);
        Assert.Equal(EventOutcome.Late, _floor.Slot("M1", Spin, 30));
    }

    [Fact]
    public void Apply_EventTimeClock_ClosesByTheEventsAlone()
    {
        var floor = new FloorHarness(o => o.Clock = FloorClockMode.EventTime);
        var now = FloorHarness.Start.AddYears(1);
        floor.ApplyAt(new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(0)).Slot("M1", Spin, FloorHarness.At(89)).Batch, now);
        Assert.Empty(floor.Windows);

        floor.ApplyAt(new EventBatchBuilder().Slot("M1", Spin, FloorHarness.At(90)).Batch, now);

        Assert.Single(floor.Windows);
    }
}
