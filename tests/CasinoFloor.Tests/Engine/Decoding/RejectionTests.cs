using System.Text;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Xunit;
using static CasinoFloor.Tests.Engine.Decoding.Decoded;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class RejectionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \r\n")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"machine_id\":\"S-1\"")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":1}garbage}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":\"\\ud8zz\"}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":undefined}")]
    public void Decode_NoJsonObject_IsNotJson(string message) =>
        Assert.Equal("not_json:", Refusal(EventStream.Slot, message));

    [Theory]
    [InlineData("\"machine_id\":null", "missing_field:machine_id")]
    [InlineData("\"machine_id\":\"\"", "missing_field:machine_id")]
    [InlineData("\"machine_id\":\"  \"", "missing_field:machine_id")]
    [InlineData("\"machine_id\":1.5", "wrong_type:machine_id")]
    [InlineData("\"machine_id\":true", "wrong_type:machine_id")]
    [InlineData("\"machine_id\":{\"id\":1}", "wrong_type:machine_id")]
    [InlineData("\"event_type\":null", "missing_field:event_type")]
    [InlineData("\"event_type\":5", "wrong_type:event_type")]
    [InlineData("\"event_type\":\"SPINN\"", "unknown_event_type:event_type")]
    [InlineData("\"event_timestamp\":null", "missing_field:event_timestamp")]
    [InlineData("\"event_timestamp\":true", "wrong_type:event_timestamp")]
    [InlineData("\"event_timestamp\":\"yesterday\"", "bad_timestamp:event_timestamp")]
    [InlineData("\"event_timestamp\":\"2026-11-20\"", "bad_timestamp:event_timestamp")]
    [InlineData("\"event_timestamp\":\"1999-12-31T23:59:59Z\"", "bad_timestamp:event_timestamp")]
    [InlineData("\"event_timestamp\":\"2026-11-20T20:05:00.0000001Z\"", "clock_skew:event_timestamp")]
    [InlineData("\"wager_amount\":-0.01", "negative_amount:wager_amount")]
    [InlineData("\"payout_amount\":\"-1\"", "negative_amount:payout_amount")]
    [InlineData("\"wager_amount\":\"NaN\"", "amount_out_of_range:wager_amount")]
    [InlineData("\"wager_amount\":\"-Infinity\"", "amount_out_of_range:wager_amount")]
    [InlineData("\"wager_amount\":NaN", "amount_out_of_range:wager_amount")]
    [InlineData("\"wager_amount\": Infinity ", "amount_out_of_range:wager_amount")]
    [InlineData("\"other\":NaN", "not_json:")]
    [InlineData("\"wager_amount\":1000000000.0001", "amount_out_of_range:wager_amount")]
    [InlineData("\"wager_amount\":1e300", "amount_out_of_range:wager_amount")]
    [InlineData("\"wager_amount\":\"two\"", "wrong_type:wager_amount")]
    [InlineData("\"wager_amount\":\"$2\"", "wrong_type:wager_amount")]
    [InlineData("\"wager_amount\":\"1,200.00\"", "wrong_type:wager_amount")]
    [InlineData("\"wager_amount\":true", "wrong_type:wager_amount")]
    [InlineData("\"wager_amount\":[1]", "wrong_type:wager_amount")]
    [InlineData("\"denomination\":-1", "negative_amount:denomination")]
    [InlineData("\"hopper_level\":-1", "amount_out_of_range:hopper_level")]
    [InlineData("\"hopper_level\":100.1", "amount_out_of_range:hopper_level")]
    [InlineData("\"theoretical_hold\":101", "amount_out_of_range:theoretical_hold")]
    public void Decode_OneWrongField_IsRefusedWithReasonAndField(string field, string expected) =>
        Assert.Equal(expected, Refusal(EventStream.Slot, Spin(field)));

    [Fact]
    public void Decode_TimeAtTheEdgeOfTheAllowedSkew_IsAccepted() =>
        Assert.Equal(Now.AddMinutes(5), Utc(Slot(Spin("\"event_timestamp\":\"2026-11-20T20:05:00Z\"")).Timestamp));

    [Fact]
    public void Decode_LargestAmount_IsAccepted() =>
        Assert.Equal(Money(1_000_000_000m), Slot(Spin("\"payout_amount\":1e9")).Payout);

    [Theory]
    [InlineData("event_id")]
    [InlineData("machine_id")]
    [InlineData("game_theme")]
    public void Decode_TextAtAndOverTheLimit_IsAcceptedAndRefused(string field)
    {
        Slot(Spin($"\"{field}\":\"{new string('x', 128)}\""));
        Assert.Equal($"text_too_long:{field}", Refusal(EventStream.Slot, Spin($"\"{field}\":\"{new string('x', 129)}\"")));
    }

    [Theory]
    [InlineData("x", 1024)]
    [InlineData("€", 1023)]
    [InlineData("\\u20ac", 1023)]
    public void Decode_LongErrorMessage_IsCutBetweenCharacters(string character, int expectedBytes)
    {
        var batch = Decode(EventStream.Slot, Spin($"\"error_message\":\"{string.Concat(Enumerable.Repeat(character, 2000))}\""));
        var text = batch.Text(batch.Slots[0].ErrorMessage);
        Assert.Equal(expectedBytes, text.Length);
        Assert.True(System.Text.Unicode.Utf8.IsValid(text));
    }

    [Fact]
    public void Decode_MessageAtAndOverTheLimit_IsAcceptedAndTooLarge()
    {
        var options = new DecodingOptions { MaxMessageBytes = 200 };
        Assert.Equal(1, Decode(EventStream.Slot, Spin().PadRight(200), options: options).Slots.Count);
        Assert.Equal("too_large:", Refusal(EventStream.Slot, Spin().PadRight(201), options: options));
    }

    [Fact]
    public void Decode_ByteOrderMarkAndSpace_AreTolerated() => Slot("\uFEFF \r\n" + Spin() + " \n");

    [Fact]
    public void Decode_InvalidUtf8_IsReplaced()
    {
        var message = Encoding.Latin1.GetBytes(Spin("\"machine_id\":\"caf\u00e9\""));
        var batch = new EventBatch();
        batch.Reset(EventStream.Slot);
        batch.Add(message, 0, 0, 0);
        new EventDecoder(Dialects, new DecodingOptions()).Decode(batch, Now.Ticks);

        Assert.Equal("caf\uFFFD", batch.GetString(batch.Slots[0].MachineId));
        Assert.Equal("caf\uFFFD"u8, batch.Text(batch.Slots[0].MachineId));
    }

    [Fact]
    public void Decode_ValidAndBrokenMixed_KeepsOrderAndCountsEach()
    {
        var batch = Batch(EventStream.Slot, Spin(), "{\"a\":}", Spin("\"wager_amount\":-1"), "", Spin(), "{\"b\"}");
        new EventDecoder(Dialects, new DecodingOptions()).Decode(batch, Now.Ticks);

        Assert.Equal([0, 4], batch.Slots.Items.ToArray().Select(slot => slot.Message));
        Assert.Equal([1, 2, 3, 5], batch.Rejections.Items.ToArray().Select(rejection => rejection.Message));
    }

    [Fact]
    public void Decode_DeepNestingInAnUnknownField_IsSkippedUpToTheReadersDepth()
    {
        Slot(Spin($"\"extra\":{new string('[', 60)}{new string(']', 60)}"));
        Assert.Equal("not_json:", Refusal(EventStream.Slot, Spin($"\"extra\":{new string('[', 5000)}{new string(']', 5000)}")));
    }

    [Fact]
    public void Decode_UnknownDialect_Throws() =>
        Assert.Throws<ArgumentException>(() => Decode(EventStream.Slot, Spin(), "nobody's"));

    [Fact]
    public void Decode_RebasedReplay_IsMovedToThePresentAtMost()
    {
        var fitting = Decode(EventStream.Slot, Spin(), timeShift: TimeSpan.FromHours(-1).Ticks);
        Assert.Equal(new DateTime(2026, 11, 20, 17, 0, 40), Utc(fitting.Slots[0].Timestamp));
        Assert.Equal(Now, Utc(Decode(EventStream.Slot, Spin(), timeShift: TimeSpan.FromDays(4000).Ticks).Slots[0].Timestamp));
        Assert.Equal(Now, Utc(Decode(EventStream.Slot, Spin(), timeShift: long.MaxValue).Slots[0].Timestamp));
    }
}
