using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Xunit;
using static CasinoFloor.Tests.Engine.Decoding.Decoded;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class SlotDecodingTests
{
    [Fact]
    public void Decode_FullSpin_FillsEveryField()
    {
        var batch = Decode(EventStream.Slot, """
            {"event_id":"e-1","machine_id":"S-0042","event_type":"SPIN","event_timestamp":"2026-11-20T10:00:40.25-08:00",
             "wager_amount":2.50,"payout_amount":"1199.99","floor_section":"High Limit","denomination":0.25,"player_id":"P7",
             "session_id":"s9","hopper_level":19.9,"error_code":"E1","error_message":"none \u00e9","machine_type":"Video",
             "manufacturer":"Maker","game_theme":"Theme","theoretical_hold":0.0731}
            """);

        var slot = Assert.Single(batch.Slots.Items.ToArray());
        Assert.Equal(SlotEventType.Spin, slot.Type);
        Assert.Equal(new DateTime(2026, 11, 20, 18, 0, 40, 250), Utc(slot.Timestamp));
        Assert.Equal((Money(2.5m), Money(1199.99m), Money(0.25m)), (slot.Wager, slot.Payout, slot.Denomination));
        Assert.Equal((19.9f, 0.0731f), (slot.HopperLevel, slot.TheoreticalHold));
        Assert.False(slot.EventId.IsEmpty);
        Assert.Equal(
            ["e-1", "S-0042", "High Limit", "P7", "s9", "E1", "none é", "Video", "Maker", "Theme"],
            new[]
            {
                slot.EventId, slot.MachineId, slot.FloorSection, slot.PlayerId, slot.SessionId, slot.ErrorCode, slot.ErrorMessage,
                slot.MachineType, slot.Manufacturer, slot.GameTheme,
            }.Select(batch.GetString));
    }

    [Fact]
    public void Decode_OnlyRequiredFields_LeavesTheRestUnknown()
    {
        var slot = Slot(Spin());

        Assert.True(float.IsNaN(slot.HopperLevel) && float.IsNaN(slot.TheoreticalHold));
        Assert.True(slot.EventId.IsEmpty);
        Assert.True(slot.FloorSection.IsEmpty && slot.PlayerId.IsEmpty && slot.Denomination == default);
        Assert.Equal(EventOutcome.Pending, slot.Outcome);
    }

    [Theory]
    [InlineData("GAME_PLAY", SlotEventType.Spin)]
    [InlineData("Game_End", SlotEventType.Spin)]
    [InlineData("HAND_COMPLETE", SlotEventType.Spin)]
    [InlineData("hand_pay", SlotEventType.Jackpot)]
    [InlineData("HANDPAY", SlotEventType.Jackpot)]
    [InlineData("HAND_PAY_RESET", SlotEventType.JackpotReset)]
    [InlineData("CASH_OUT", SlotEventType.TicketOut)]
    [InlineData("METER", SlotEventType.MeterUpdate)]
    [InlineData(" tilt ", SlotEventType.Tilt)]
    [InlineData("\\u0054ILT", SlotEventType.Tilt)]
    public void Decode_OtherNameOfAType_IsTheCanonicalType(string name, SlotEventType expected) =>
        Assert.Equal(expected, Slot(Event(name, "\"wager_amount\":1,\"payout_amount\":2")).Type);

    [Fact]
    public void Decode_EveryCanonicalType_IsKnown()
    {
        for (var i = 0; i < SlotEventTypes.Names.Length; i++)
        {
            var slot = Slot(Event(SlotEventTypes.Names[i], "\"wager_amount\":1,\"payout_amount\":2"));
            Assert.Equal((SlotEventType)i, slot.Type);
            var mayPay = slot.Type is SlotEventType.Spin or SlotEventType.Jackpot;
            Assert.Equal(mayPay ? (Money(1), Money(2)) : default, (slot.Wager, slot.Payout));
        }
    }

    [Theory]
    [InlineData("default", "BILL_IN", "\"wager_amount\":20", "Bill")]
    [InlineData("default", "BILL_IN", "\"coin_in\":20", "Bill")]
    [InlineData("default", "BILL_IN", "\"coin_in\":5,\"bill_amount\":20", "Bill")]
    [InlineData("default", "TICKET_OUT", "\"coin_out\":20", "Ticket")]
    [InlineData("default", "TICKET_OUT", "\"ticket_amount\":20,\"payout_amount\":7", "Ticket")]
    [InlineData("default", "TICKET_IN", "\"wager_amount\":20", "Ticket")]
    [InlineData("default", "METER_UPDATE", "\"coin_in\":20", "MeterCoinIn")]
    [InlineData("default", "METER_UPDATE", "\"payout_amount\":20", "MeterCoinOut")]
    [InlineData("default", "JACKPOT", "\"jackpot_amount\":20", "Payout")]
    [InlineData("default", "JACKPOT", "\"payout_amount\":20", "Payout")]
    [InlineData("default", "JACKPOT", "\"wager_amount\":20", "Wager")]
    [InlineData("default", "JACKPOT", "\"coin_in\":20,\"bill_amount\":3", "")]
    [InlineData("default", "DOOR_OPEN", "\"coin_in\":20,\"wager_amount\":20,\"payout_amount\":20,\"jackpot_amount\":20", "")]
    [InlineData("peer", "BILL_IN", "\"coin_in\":20", "Bill")]
    [InlineData("peer", "TICKET_OUT", "\"coin_out\":20", "Ticket")]
    [InlineData("peer", "METER_UPDATE", "\"coin_in\":20", "MeterCoinIn")]
    [InlineData("peer", "METER_UPDATE", "\"coin_out\":20", "MeterCoinOut")]
    [InlineData("peer", "JACKPOT", "\"coin_out\":20", "Payout")]
    [InlineData("peer", "JACKPOT", "\"jackpot_amount\":20,\"coin_out\":7", "Payout")]
    [InlineData("peer", "JACKPOT", "\"coin_out\":20,\"jackpot_amount\":null", "Payout")]
    public void Decode_AmountByType_GoesToOneFieldOnly(string dialect, string type, string amounts, string expected)
    {
        var slot = Slot(Event(type, amounts), dialect);

        var filled = new (string Name, Money Amount)[]
        {
            ("Wager", slot.Wager), ("Payout", slot.Payout), ("Bill", slot.Bill), ("Ticket", slot.Ticket),
            ("MeterCoinIn", slot.MeterCoinIn), ("MeterCoinOut", slot.MeterCoinOut),
        }.Where(field => field.Amount != default).ToArray();
        Assert.Equal(expected, string.Join(",", filled.Select(field => field.Name)));
        Assert.All(filled, field => Assert.Equal(Money(20), field.Amount));
    }

    [Fact]
    public void Decode_PeerSpin_TakesCoinInAndZone()
    {
        var batch = Decode(EventStream.Slot, """
            {"event_id":"a","machine_id":"SLOT-0085","zone":"South","coin_in":400.0,"coin_out":12.25,"games_played":1,
             "jackpot_amount":null,"event_timestamp":"2026-11-20T10:00:00","event_type":"GAME_PLAY","extra":{"coin_in":[1,{"a":2}]}}
            """, "peer");

        ref var slot = ref batch.Slots[0];
        Assert.Equal((Money(400), Money(12.25m)), (slot.Wager, slot.Payout));
        Assert.Equal("South", batch.GetString(slot.FloorSection));
        Assert.Equal(new DateTime(2026, 11, 20, 18, 0, 0), Utc(slot.Timestamp));
    }

    [Fact]
    public void Decode_RepeatedField_LastCounts() =>
        Assert.Equal(Money(9), Slot(Spin("\"wager_amount\":7,\"wager_amount\":9")).Wager);

    [Fact]
    public void Decode_RepeatedFieldEndingInNull_IsAbsent() =>
        Assert.Equal("missing_field:wager_amount", Refusal(EventStream.Slot, Spin("\"wager_amount\":null")));

    [Fact]
    public void Decode_FieldNamesInOtherCaseOrEscaped_AreKnown() =>
        Assert.Equal(Money(9), Slot(Spin("\"Wager_\\u0041mount\":9")).Wager);

    [Fact]
    public void Decode_IntegerAsIdentifier_IsItsDigits()
    {
        var batch = Decode(EventStream.Slot, Spin("\"machine_id\":1042"));
        Assert.Equal("1042", batch.GetString(batch.Slots[0].MachineId));
    }

    [Theory]
    [InlineData("0.0731", 0.0731f)]
    [InlineData("7.31", 0.0731f)]
    [InlineData("1", 1f)]
    [InlineData("0", 0f)]
    [InlineData("100", 1f)]
    public void Decode_TheoreticalHold_IsAFraction(string value, float expected) =>
        Assert.Equal(expected, Slot(Spin($"\"theoretical_hold\":{value}")).TheoreticalHold);

    [Fact]
    public void Decode_EscapedTexts_AreUnescapedEvenWhenTheBufferMoves()
    {
        var text = string.Concat(Enumerable.Repeat("\\u00fc\\ud83c\\udfb0\\n.", 20));
        var batch = Batch(EventStream.Slot, [.. Enumerable.Repeat(Spin($"\"error_message\":\"{text}\",\"floor_section\":\"\\u0041\""), 50)]);
        new EventDecoder(Dialects, new DecodingOptions()).Decode(batch, Now.Ticks);

        Assert.Equal(50, batch.Slots.Count);
        foreach (ref var slot in batch.Slots.Items)
        {
            Assert.Equal(string.Concat(Enumerable.Repeat("ü🎰\n.", 20)), batch.GetString(slot.ErrorMessage));
            Assert.Equal("A", batch.GetString(slot.FloorSection));
            Assert.Equal("S-1", batch.GetString(slot.MachineId));
        }
    }

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("a\\ud800b", "a\uFFFDb")]
    [InlineData("\\udc00\\ud800\\u0041", "\uFFFD\uFFFDA")]
    [InlineData("\\u0000", "\uFFFD")]
    [InlineData("\\\"\\\\\\/\\b\\f\\r\\t.", "\"\\/\b\f\r\t.")]
    public void Decode_OddEscapes_BecomeSafeText(string json, string expected)
    {
        var batch = Decode(EventStream.Slot, Spin($"\"error_message\":\"{json}\""));
        Assert.Equal(expected, batch.GetString(batch.Slots[0].ErrorMessage));
    }
}
