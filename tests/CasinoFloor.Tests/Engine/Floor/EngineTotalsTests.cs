using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Xunit;

namespace CasinoFloor.Tests.Engine.Floor;

public sealed class EngineTotalsTests
{
    [Fact]
    public void Apply_AllStreams_ReceivedIsAcceptedRejectedAndDuplicates()
    {
        var floor = new FloorHarness();
        var at = FloorHarness.Start;
        floor.Apply(new EventBatchBuilder()
            .Slot("M1", SlotEventType.Spin, at, 1.0001m, identity: 1)
            .Slot("M1", SlotEventType.Spin, at, 1.0001m, identity: 1)
            .Reject(RejectionReason.NotJson)
            .Reject(RejectionReason.ClockSkew));
        floor.Apply(new EventBatchBuilder(EventStream.Table).Table(at, 1).Table(at, 1).Reject(RejectionReason.MissingField));
        floor.Apply(new EventBatchBuilder(EventStream.Security).Security(at, 1));
        var cash = floor.Apply(new EventBatchBuilder(EventStream.Cash).Cash(at, 9000, 1).Cash(at, 9000, 2).Cash(at, 9000, 2));

        var totals = floor.Engine.Totals;

        Assert.Equal([4L, 3L, 1L, 3L], totals.Streams.Select(s => s.Received));
        Assert.Equal([1L, 1L, 1L, 2L], totals.Streams.Select(s => s.Accepted));
        Assert.Equal([1L, 1L, 0L, 1L], totals.Streams.Select(s => s.Duplicates));
        Assert.Equal([2L, 1L, 0L, 0L], totals.Streams.Select(s => s.Rejected.Sum()));
        Assert.Equal([1.0001m, 0m, 0m, 0m], totals.Streams.Select(s => s.CoinIn.ToDecimal()));
        Assert.Equal(
            [EventOutcome.Accepted, EventOutcome.Accepted, EventOutcome.Duplicate],
            cash.Cashes.Items.ToArray().Select(e => e.Outcome));
    }

    [Fact]
    public void Apply_MoreMachinesThanTracked_AcceptsAndCountsTheRest()
    {
        var floor = new FloorHarness(o => o.MaximumMachines = 2);
        for (var machine = 0; machine < 5; machine++)
        {
            Assert.Equal(EventOutcome.Accepted, floor.Slot($"M{machine}", SlotEventType.Spin, 0, wager: 10));
        }

        Assert.Equal(3, floor.Engine.UntrackedEvents);
        Assert.Equal(2, floor.Engine.Infos.Count);
        Assert.Equal(50m, floor.Engine.Totals.Streams[0].CoinIn.ToDecimal());
        Assert.Equal(2, floor.Complete().Windows.Count);
    }

    [Fact]
    public void Apply_SteadyState_AllocatesNothing()
    {
        var floor = new FloorHarness();
        var batch = new EventBatchBuilder();
        for (var i = 0; i < 500; i++)
        {
            batch.Slot($"M{i % 50}", SlotEventType.Spin, FloorHarness.At(10), 1, section: "A", denomination: 1, hopper: 80, hold: 0.08f);
        }

        // Identities move on, so that none is a duplicate; the time stays within one minute, so that no row is made.
        void Round()
        {
            foreach (ref var e in batch.Batch.Slots.Items)
            {
                e.Identity += 1_000_000;
            }

            floor.Engine.Apply(batch.Batch, FloorHarness.At(20));
        }

        for (var i = 0; i < 2500; i++)
        {
            Round();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Round();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
