using System.Text;
using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task WriteAsync_RefusedText_StoresReasonPositionAndText()
    {
        await using var house = await TestHouse.OpenAsync();

        await WriteAsync(house, "{\"machine_id\": \"Größe\"}"u8.ToArray(), RejectionReason.MissingField, "event_type");

        Assert.Equal(
            [TestHouse.Now, "slot", "kafka:es-slot-telemetry", 3, 11L, "missing_field", "event_type", "{\"machine_id\": \"Größe\"}", "utf8", 25L],
            Assert.Single(house.Query("SELECT * FROM dead_letter_events")));
    }

    [Fact]
    public async Task WriteAsync_RefusedBytesThatAreNoUtf8_KeepsThemLosslessly()
    {
        await using var house = await TestHouse.OpenAsync();
        byte[] body = [0xFF, 0x00, 0xC3, 0x28, .. "tail"u8];

        await WriteAsync(house, body, RejectionReason.NotJson, null);

        var row = Assert.Single(house.Query("SELECT raw_encoding, raw, raw_length, field FROM dead_letter_events"));
        Assert.Equal(["base64", Convert.ToBase64String(body), 8L, ""], row);
    }

    [Fact]
    public async Task WriteAsync_RefusedTextTooLong_IsCutBetweenCharacters()
    {
        await using var house = await TestHouse.OpenAsync();
        var text = "x" + string.Concat(Enumerable.Repeat("é", 5000));

        await WriteAsync(house, Encoding.UTF8.GetBytes(text), RejectionReason.TooLarge, null);

        var row = Assert.Single(house.Query("SELECT raw, raw_encoding, raw_length, strlen(raw) FROM dead_letter_events"));
        Assert.Equal([text[..2048], "utf8", 10_001L, 4095L], row);
    }

    [Fact]
    public async Task WriteAsync_RefusedBytesTooLong_AreBoundedAfterEncoding()
    {
        await using var house = await TestHouse.OpenAsync();
        var body = Enumerable.Repeat((byte)0xFE, 100_000).ToArray();

        await WriteAsync(house, body, RejectionReason.TooLarge, null);

        var row = Assert.Single(house.Query("SELECT raw, raw_encoding, raw_length FROM dead_letter_events"));
        Assert.Equal([Convert.ToBase64String(body.AsSpan(0, 3072)), "base64", 100_000L], row);
    }

    private static Task WriteAsync(TestHouse house, byte[] body, RejectionReason reason, string? field)
    {
        var batch = TestBatches.New(EventStream.Slot, TestHouse.Now.Ticks);
        batch.Add(body, TestBatches.SlotPartition.Index, 11, TestHouse.Now.Ticks);
        batch.Rejections.Add() = new Rejection(0, reason, field);
        return house.WriteAsync(batch, TestBatches.At(12));
    }
}
