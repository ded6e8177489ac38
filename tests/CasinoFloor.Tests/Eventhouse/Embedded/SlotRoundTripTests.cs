using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class SlotRoundTripTests
{
    [Fact]
    public async Task WriteAsync_SlotEventWithEverything_StoresEveryColumn()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        ref var slot = ref batch.Spin(41, "SLOT-0007-WITH-A-LONG-NAME", TestHouse.Now.AddMicroseconds(7), 2.5m, 1199.99m);
        slot.Type = SlotEventType.Jackpot;
        slot.Outcome = EventOutcome.Late;
        slot.FloorSection = batch.Text("Größe №7 — 高額");
        slot.Denomination = Money.FromDecimal(0.0125m);
        slot.PlayerId = batch.Text("P-1");
        slot.SessionId = batch.Text("exactly12byt");
        slot.HopperLevel = 19.9f;
        slot.ErrorCode = batch.Text("E42");
        slot.ErrorMessage = batch.Text("exactly13byte");
        slot.MachineType = batch.Text("Video Slot");
        slot.Manufacturer = batch.Text("Everi");
        slot.GameTheme = batch.Text("A theme whose name is rather long");
        slot.TheoreticalHold = 0.0875f;

        await house.WriteAsync(batch, TestBatches.At(42));

        var row = house.Row("SELECT * FROM slot_events_live");
        Assert.Equal(EventhouseTables.SlotEvents.Columns.Select(column => column.Name), row.Keys);
        var expected = new Dictionary<string, object?>
        {
            ["event_id"] = "SLOT-0007-WITH-A-LONG-NAME-41",
            ["machine_id"] = "SLOT-0007-WITH-A-LONG-NAME",
            ["event_type"] = "JACKPOT",
            ["event_timestamp"] = TestHouse.Now.AddMicroseconds(7),
            ["wager_amount"] = 2.5,
            ["payout_amount"] = 1199.99,
            ["bill_amount"] = null,
            ["ticket_amount"] = null,
            ["meter_coin_in"] = null,
            ["meter_coin_out"] = null,
            ["floor_section"] = "Größe №7 — 高額",
            ["denomination"] = 0.0125,
            ["player_id"] = "P-1",
            ["session_id"] = "exactly12byt",
            ["hopper_level"] = 19.9,
            ["error_code"] = "E42",
            ["error_message"] = "exactly13byte",
            ["machine_type"] = "Video Slot",
            ["manufacturer"] = "Everi",
            ["game_theme"] = "A theme whose name is rather long",
            ["theoretical_hold"] = 0.0875,
            ["is_late"] = true,
            ["source_partition"] = 1,
            ["source_offset"] = 41L,
            ["enqueued_at"] = TestHouse.Now,
            ["ingested_at"] = TestHouse.Now,
        };
        Assert.Equal(expected, row);
    }

    [Fact]
    public async Task WriteAsync_SlotEventWithNothing_StoresEmptyTextsAndNullNumbers()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        ref var slot = ref batch.Spin(1, "M", TestHouse.Now);
        slot.Type = SlotEventType.JackpotReset;
        slot.EventId = default;

        await house.WriteAsync(batch, TestBatches.At(2));

        var row = house.Row("SELECT * EXCLUDE (machine_id, event_type, event_timestamp, is_late, source_partition, source_offset, enqueued_at, ingested_at) FROM slot_events_live");
        foreach (var column in EventhouseTables.SlotEvents.Columns.Where(column => row.ContainsKey(column.Name)))
        {
            Assert.Equal(column.Type == KustoType.String ? "" : null, row[column.Name]);
        }

        Assert.Equal("JACKPOT_RESET", house.Query("SELECT event_type FROM slot_events_live")[0][0]);
    }

    [Theory]
    [InlineData(SlotEventType.Spin, "wager_amount,payout_amount")]
    [InlineData(SlotEventType.Jackpot, "wager_amount,payout_amount")]
    [InlineData(SlotEventType.BillIn, "bill_amount")]
    [InlineData(SlotEventType.TicketIn, "ticket_amount")]
    [InlineData(SlotEventType.TicketOut, "ticket_amount")]
    [InlineData(SlotEventType.MeterUpdate, "meter_coin_in,meter_coin_out")]
    [InlineData(SlotEventType.Error, "")]
    public async Task WriteAsync_AmountsByType_OnlyTheTypesOwnAreGiven(SlotEventType type, string given)
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        ref var slot = ref batch.Spin(1, "M", TestHouse.Now);
        slot.Type = type;
        slot.Wager = slot.Payout = slot.Bill = slot.Ticket = slot.MeterCoinIn = slot.MeterCoinOut = Money.FromDecimal(7m);

        await house.WriteAsync(batch, TestBatches.At(2));

        var row = house.Row("SELECT wager_amount, payout_amount, bill_amount, ticket_amount, meter_coin_in, meter_coin_out FROM slot_events_live");
        Assert.Equal(given.Split(',', StringSplitOptions.RemoveEmptyEntries), row.Where(column => column.Value is not null).Select(column => column.Key));
    }

    [Fact]
    public async Task WriteAsync_PendingAndDuplicateEvents_AreNotStored()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.Spins(0, 4, TestHouse.Now);
        batch.Slots[0].Outcome = EventOutcome.Pending;
        batch.Slots[1].Outcome = EventOutcome.Duplicate;

        await house.WriteAsync(batch, TestBatches.At(4));

        Assert.Equal([[2L], [3L]], house.Query("SELECT source_offset FROM slot_events_live ORDER BY 1"));
    }

    [Fact]
    public async Task WriteAsync_TextThatIsNoUtf8_KeepsTheEventWithReplacementCharacters()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        batch.Spin(1, "M", TestHouse.Now).GameTheme = batch.AddText([(byte)'a', 0xC3, 0x28, 0xFF]);

        await house.WriteAsync(batch, TestBatches.At(2));

        Assert.Equal("a\uFFFD(\uFFFD", house.Query("SELECT game_theme FROM slot_events_live")[0][0]);
    }

    [Fact]
    public async Task WriteAsync_ManyBatchesAcrossChunks_KeepEveryTextOfEveryBatch()
    {
        await using var house = await TestHouse.OpenAsync();
        var batches = Enumerable.Range(0, 30).Select(batch => TestBatches.Spins(batch * 1000, 1000, TestHouse.Now, 0.01)).ToList();

        await house.House.WriteAsync(batches, [TestBatches.At(30_000)], TestHouse.Token);

        Assert.Equal(
            [[30_000L, 0L]],
            house.Query("SELECT count(DISTINCT source_offset), count(*) FILTER (event_id <> 'SLOT-1-' || source_offset) FROM slot_events_live"));
    }
}
