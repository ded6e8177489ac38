using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class RecoveryTests
{
    [Fact]
    public async Task RecoverAsync_SlotEvents_GivesTheEnginesFieldsAndIdentity()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        ref var stored = ref batch.Spin(7, "SLOT-0001-LONG-NAME", TestHouse.Now, 2.5m, 1199.99m);
        stored.Outcome = EventOutcome.Late;
        stored.FloorSection = batch.Text("Größe");
        stored.Denomination = Money.FromDecimal(0.05m);
        stored.PlayerId = batch.Text("P-1");
        stored.HopperLevel = 19.9f;
        stored.MachineType = batch.Text("Video");
        stored.Manufacturer = batch.Text("IGT");
        stored.GameTheme = batch.Text("Cleopatra");
        stored.TheoreticalHold = 0.0875f;
        await house.WriteAsync(batch, TestBatches.At(8));

        var seen = 0;
        await house.House.RecoverAsync(EventStream.Slot, TestHouse.Now, Check, TestHouse.Token);

        Assert.Equal(1, seen);

        void Check(EventBatch recovered)
        {
            seen += recovered.Slots.Count;
            Assert.True(recovered.Recovery);
            Assert.Equal(EventStream.Slot, recovered.Stream);
            var slot = recovered.Slots[0];
            Assert.Equal(new RawMessage(0, 0, -1, 7, TestHouse.Now.Ticks), recovered.Messages[slot.Message]);
            Assert.Equal((TestHouse.Now.Ticks, SlotEventType.Spin, EventOutcome.Pending), (slot.Timestamp, slot.Type, slot.Outcome));
            Assert.Equal((2.5m, 1199.99m, 0m), (slot.Wager.ToDecimal(), slot.Payout.ToDecimal(), slot.Bill.ToDecimal()));
            Assert.Equal((0.05m, 19.9f, 0.0875f), (slot.Denomination.ToDecimal(), slot.HopperLevel, slot.TheoreticalHold));
            Assert.Equal("SLOT-0001-LONG-NAME", recovered.GetString(slot.MachineId));
            Assert.Equal(["Größe", "P-1", "Video", "IGT", "Cleopatra"], new[] { slot.FloorSection, slot.PlayerId, slot.MachineType, slot.Manufacturer, slot.GameTheme }.Select(recovered.GetString));
            Assert.False(slot.EventId.IsEmpty);
            Assert.Equal(TestBatches.Identify(EventStream.Slot, "SLOT-0001-LONG-NAME-7"u8), slot.Identity);
        }
    }

    [Fact]
    public async Task RecoverAsync_UnknownNumbersAndNoEventId_StayUnknown()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        ref var stored = ref batch.Spin(7, "M", TestHouse.Now);
        stored.EventId = default;
        await house.WriteAsync(batch, TestBatches.At(8));

        var recovered = new List<SlotEvent>();
        await house.House.RecoverAsync(EventStream.Slot, TestHouse.Now, from => recovered.AddRange(from.Slots.Items.ToArray()), TestHouse.Token);

        var slot = Assert.Single(recovered);
        Assert.True(slot.EventId.IsEmpty);
        Assert.Equal(UInt128.Zero, slot.Identity);
        Assert.True(float.IsNaN(slot.HopperLevel) && float.IsNaN(slot.TheoreticalHold));
        Assert.True(slot.PlayerId.IsEmpty);
    }

    [Fact]
    public async Task RecoverAsync_ManyRowsOutOfOrder_ComeOldestFirstSinceTheMoment()
    {
        await using var house = await TestHouse.OpenAsync();
        const int count = 20_000;
        var order = Enumerable.Range(0, count).ToArray();
        new Random(5).Shuffle(order);
        var batch = TestBatches.New(EventStream.Slot);
        foreach (var second in order)
        {
            batch.Spin(second, "SLOT-1", TestHouse.Now.AddSeconds(second / 2));
        }

        await house.WriteAsync(batch, TestBatches.At(count));
        await house.ReopenAsync();
        var offsets = new List<long>();
        var largest = 0;
        await house.House.RecoverAsync(EventStream.Slot, TestHouse.Now.AddSeconds(100), Collect, TestHouse.Token);

        // Two events share each second: the position decides between them.
        Assert.Equal(Enumerable.Range(200, count - 200).Select(offset => (long)offset), offsets);
        Assert.Equal(4096, largest);

        void Collect(EventBatch recovered)
        {
            largest = Math.Max(largest, recovered.MessageCount);
            foreach (ref readonly var slot in recovered.Slots.Items)
            {
                offsets.Add(recovered.Messages[slot.Message].Offset);
            }
        }
    }

    [Fact]
    public async Task RecoverIdentitiesAsync_FewerThanStored_GivesThoseStoredLastWhateverTheirTime()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.WriteAsync(TestBatches.Spins(0, 100, TestHouse.Now), TestBatches.At(100));
        var late = TestBatches.Spins(100, 50, TestHouse.Now.AddHours(-5));
        late.Slots[0].EventId = default;
        await house.WriteAsync(late, TestBatches.At(150));
        await house.ReopenAsync();

        var identities = new List<(EventStream, UInt128)>();
        await house.House.RecoverIdentitiesAsync(60, (stream, identity) => identities.Add((stream, identity)), TestHouse.Token);

        var expected = Enumerable.Range(90, 60).Where(offset => offset != 100)
            .Select(offset => (EventStream.Slot, TestBatches.Identify(EventStream.Slot, Encoding.UTF8.GetBytes($"SLOT-1-{offset}"))));
        Assert.Equal(expected, identities);
    }

    [Fact]
    public async Task RecoverAsync_OtherStreams_GiveTheirFields()
    {
        await using var house = await TestHouse.OpenAsync();
        var tables = TestBatches.New(EventStream.Table);
        ref var game = ref tables.Tables.Add();
        game.Message = tables.Message(1);
        game.Outcome = EventOutcome.Accepted;
        game.Timestamp = TestHouse.Now.Ticks;
        game.Amount = Money.FromDecimal(500m);
        game.HandsPlayed = -1;
        game.HoursPlayed = float.NaN;
        game.Type = tables.Text("BUY_IN");
        game.TableId = tables.Text("BJ-01");
        var securities = TestBatches.New(EventStream.Security);
        ref var security = ref securities.Securities.Add();
        security.Message = securities.Message(1);
        security.Outcome = EventOutcome.Accepted;
        security.Timestamp = TestHouse.Now.Ticks;
        security.AccessGranted = false;
        security.Type = securities.Text("ACCESS_DENIED");
        security.ResolutionStatus = securities.Text("open");
        var cashes = TestBatches.New(EventStream.Cash);
        ref var cash = ref cashes.Cashes.Add();
        cash.Message = cashes.Message(1);
        cash.Outcome = EventOutcome.Accepted;
        cash.Timestamp = TestHouse.Now.Ticks;
        cash.Direction = CashDirection.Out;
        cash.Amount = Money.FromDecimal(9999.99m);
        cash.EventId = cashes.Text("T-1");
        cash.PlayerId = cashes.Text("P-1");
        await house.House.WriteAsync([tables, securities, cashes], [TestBatches.At(2)], TestHouse.Token);

        var seen = new List<string>();
        foreach (var stream in new[] { EventStream.Table, EventStream.Security, EventStream.Cash })
        {
            await house.House.RecoverAsync(stream, TestHouse.Now, Describe, TestHouse.Token);
        }

        Assert.Equal(["BUY_IN BJ-01 500.00  -1", "ACCESS_DENIED open False", "Out 9999.99 T-1 P-1 True"], seen);

        void Describe(EventBatch batch)
        {
            foreach (ref readonly var item in batch.Tables.Items)
            {
                seen.Add($"{batch.GetString(item.Type)} {batch.GetString(item.TableId)} {item.Amount} {item.Drop} {item.HandsPlayed}");
            }

            foreach (ref readonly var item in batch.Securities.Items)
            {
                seen.Add($"{batch.GetString(item.Type)} {batch.GetString(item.ResolutionStatus)} {item.AccessGranted}");
            }

            foreach (ref readonly var item in batch.Cashes.Items)
            {
                var known = item.Identity == TestBatches.Identify(EventStream.Cash, "T-1"u8);
                seen.Add($"{item.Direction} {item.Amount} {batch.GetString(item.EventId)} {batch.GetString(item.PlayerId)} {known}");
            }
        }
    }
}
