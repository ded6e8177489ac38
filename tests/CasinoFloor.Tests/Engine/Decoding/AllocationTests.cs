using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("peer")]
    public void Decode_ManySlotEvents_AllocatesNothing(string dialect)
    {
        var messages = new List<string>();
        for (var i = 0; i < 1000; i++)
        {
            // Escapes, positions as identity, local times across a change of clocks, and refusals that are no malformed JSON.
            var day = i % 2 == 0 ? "2026-11-01T01:30:00" : "2026-11-02T01:30:00";
            messages.Add(Decoded.Spin($"\"event_id\":\"e{i}\",\"floor_section\":\"High \\u004cimit {i}\",\"hopper_level\":55.5"));
            messages.Add(Decoded.Event("BILL_IN", $"\"coin_in\":20,\"player_id\":\"caf\\u00e9\",\"event_timestamp\":\"{day}\""));
            messages.Add(Decoded.Event("METER_UPDATE", "\"coin_in\":12345.67,\"coin_out\":\"2345.67\",\"other\":[1,{\"a\":null}]"));
            messages.Add(Decoded.Spin("\"wager_amount\":-1"));
        }

        var batch = new EventBatch();
        var decoder = new EventDecoder(Decoded.Dialects, new DecodingOptions());
        var filled = Decoded.Batch(EventStream.Slot, [.. messages]);
        Run(filled, batch, decoder, dialect);

        // Tiered compilation may allocate on this thread while the code is young: what is asked is that it comes to rest at zero.
        var least = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run(filled, batch, decoder, dialect);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal((3000, 1000), (batch.Slots.Count, batch.Rejections.Count));
        Assert.Equal(0, least);
    }

    private static void Run(EventBatch filled, EventBatch batch, EventDecoder decoder, string dialect)
    {
        batch.Reset(EventStream.Slot);
        batch.Dialect = dialect;
        foreach (ref readonly var message in filled.Messages)
        {
            batch.Add(filled.Body(message), message.Partition, message.Offset, 0);
        }

        decoder.Decode(batch, Decoded.Now.Ticks);
    }
}
