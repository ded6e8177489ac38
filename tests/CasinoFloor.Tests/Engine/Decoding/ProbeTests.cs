using System.Text;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class ProbeTests
{
    [Theory]
    [InlineData(EventStream.Slot, "{\"a\":[{\"event_timestamp\":1}],\"event_timestamp\":\"2026-11-20T18:00:40Z\",\"b\":1}", true)]
    [InlineData(EventStream.Slot, "{\"event_timestamp\":\"2026-11-20T10:00:40\"}", true)]
    [InlineData(EventStream.Slot, "{\"event_timestamp\":1795197640}", true)]
    [InlineData(EventStream.Cash, "{\"transaction_timestamp\":\"2026-11-20T10:00:40\",\"amount\":5}", true)]
    [InlineData(EventStream.Cash, "{\"transaction_timestamp\":\"2020-01-01T00:00:00\",\"event_timestamp\":\"2026-11-20T10:00:40\"}", true)]
    [InlineData(EventStream.Slot, "{\"transaction_timestamp\":\"2026-11-20T10:00:40\"}", false)]
    [InlineData(EventStream.Slot, "{\"event_timestamp\":\"soon\"}", false)]
    [InlineData(EventStream.Slot, "{\"event_timestamp\":null}", false)]
    [InlineData(EventStream.Slot, "{\"event_timestamp\" 5}", false)]
    [InlineData(EventStream.Slot, "[]", false)]
    [InlineData(EventStream.Slot, "", false)]
    public void TryRead_Message_FindsItsTime(EventStream stream, string message, bool expected)
    {
        var reader = new TimestampReader(Decoded.Dialects.Configured);

        Assert.Equal(expected, reader.TryRead(Encoding.UTF8.GetBytes(message), stream, out var ticks));
        Assert.Equal(expected ? new DateTime(2026, 11, 20, 18, 0, 40) : default, new DateTime(ticks));
    }

    [Theory]
    [InlineData(EventStream.Slot, "{\"machine_id\":\"S\",\"event_type\":\"GAME_PLAY\",\"coin_in\":1,\"coin_out\":0,\"event_timestamp\":\"2036-11-20T18:00:40\"}", "peer")]
    [InlineData(EventStream.Slot, "{\"machine_id\":\"S\",\"event_type\":\"SPIN\",\"wager_amount\":1,\"payout_amount\":0,\"event_timestamp\":\"2026-11-20T18:00:40\"}", "default")]
    [InlineData(EventStream.Table, "{\"table_id\":\"T\",\"event_type\":\"FILL\",\"zone\":\"Pit\",\"event_timestamp\":\"2026-11-20T18:00:40\"}", "peer")]
    [InlineData(EventStream.Table, "{\"table_id\":\"T\",\"event_type\":\"FILL\",\"floor_section\":\"Pit\",\"event_timestamp\":\"2026-11-20T18:00:40\"}", "default")]
    [InlineData(EventStream.Security, "garbage", "default")]
    public void Detect_Samples_ChoosesTheDialectThatUnderstandsMost(EventStream stream, string message, string expected)
    {
        var samples = Decoded.Batch(stream, message, "{}", "x");

        Assert.Equal(expected, new DialectDetector(Decoded.Dialects, new DecodingOptions()).Detect(samples).Name);
        Assert.Equal((3, 0, 0), (samples.MessageCount, samples.Slots.Count, samples.Rejections.Count));
    }
}
