using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Web.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CasinoFloor.Tests.Web.Pipeline;

public sealed class RestartDuplicateTests
{
    [Fact]
    public async Task RunAsync_EventOlderThanTheRecoveryToldAgain_IsADuplicate()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.WriteAsync(TestBatches.Spins(0, 1, TestHouse.Now.AddHours(-4)), TestBatches.At(1));
        await house.WriteAsync(TestBatches.Spins(1, 1, TestHouse.Now), TestBatches.At(2));
        await house.ReopenAsync();
        var engine = new FloorEngine(new FloorOptions());
        await new Recovery(house.House, engine, new PipelineOptions(), house.Time, NullLogger<Recovery>.Instance).RunAsync([], TestHouse.Token);

        var again = TestBatches.Spins(0, 3, TestHouse.Now.AddHours(-4));
        foreach (ref var slot in again.Slots.Items)
        {
            slot.Identity = TestBatches.Identify(EventStream.Slot, again.Text(slot.EventId));
        }

        engine.Apply(again, TestHouse.Now);

        Assert.Equal(
            [EventOutcome.Duplicate, EventOutcome.Duplicate, EventOutcome.Late],
            again.Slots.Items.ToArray().Select(slot => slot.Outcome));
    }
}
