using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

/// <summary>The feed that this project did not write, checked against sums made with System.Text.Json and decimal.</summary>
public sealed class PeerFeedTests
{
    private static readonly long Later = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    [Theory]
    [InlineData(EventStream.Slot)]
    [InlineData(EventStream.Table)]
    [InlineData(EventStream.Security)]
    [InlineData(EventStream.Cash)]
    public void Decode_PeerFile_RefusesNothing(EventStream stream)
    {
        var lines = Read(stream);
        var batch = Decode(stream, lines);

        Assert.Empty(batch.Rejections.Items.ToArray());
        Assert.Equal(lines.Length, batch.Slots.Count + batch.Tables.Count + batch.Securities.Count + batch.Cashes.Count);
    }

    [Theory]
    [InlineData(EventStream.Slot)]
    [InlineData(EventStream.Table)]
    [InlineData(EventStream.Security)]
    [InlineData(EventStream.Cash)]
    public void Detect_PeerFile_UnderstandsIt(EventStream stream)
    {
        var samples = Decoded.Batch(stream, Read(stream).AsSpan(0, 50));
        var dialect = new DialectDetector(Decoded.Dialects, new DecodingOptions()).Detect(samples);

        // Cash is the same in both.
        Assert.Equal(stream == EventStream.Cash ? "default" : "peer", dialect.Name);
    }

    [Fact]
    public void Decode_PeerSlots_CountOnlyGamesAsCoinIn() => CheckSlots(Read(EventStream.Slot));

    [Fact]
    public void Decode_OwnSample_CountsOnlyGamesAsCoinIn() => CheckSlots(
    [
        """{"machine_id":"S1","event_type":"GAME_PLAY","event_timestamp":"2026-11-20T18:00:00","coin_in":0.1,"coin_out":0.2,"jackpot_amount":null}""",
        """{"machine_id":"S1","event_type":"GAME_PLAY","event_timestamp":"2026-11-20T18:00:01","coin_in":0.2,"coin_out":1199.99,"jackpot_amount":null}""",
        """{"machine_id":"S1","event_type":"BILL_IN","event_timestamp":"2026-11-20T18:00:02","coin_in":100.0,"coin_out":null,"jackpot_amount":null}""",
        """{"machine_id":"S1","event_type":"METER_UPDATE","event_timestamp":"2026-11-20T18:00:03","coin_in":268810.14,"coin_out":247687.21,"jackpot_amount":null}""",
        """{"machine_id":"S1","event_type":"JACKPOT","event_timestamp":"2026-11-20T18:00:04","coin_in":null,"coin_out":5000.5,"jackpot_amount":5000.5}""",
        """{"machine_id":"S1","event_type":"TICKET_OUT","event_timestamp":"2026-11-20T18:00:05","coin_in":null,"coin_out":77.7,"jackpot_amount":null}""",
    ]);

    [Fact]
    public void Decode_PeerTimes_AreTheLocalTimesOfTheProperty()
    {
        var lines = Read(EventStream.Slot);
        var batch = Decode(EventStream.Slot, lines);
        for (var i = 0; i < lines.Length; i++)
        {
            using var json = JsonDocument.Parse(lines[i]);

            // The file is of one November day: standard time, eight hours behind.
            Assert.Equal(json.RootElement.GetProperty("event_timestamp").GetDateTime().AddHours(8), Decoded.Utc(batch.Slots[i].Timestamp));
        }
    }

    [Fact]
    public void Decode_PeerCash_TotalsOnlyWhatWasPaidInCash()
    {
        var lines = Read(EventStream.Cash);
        string[] cashIn = ["CASH_IN", "CHIP_PURCHASE", "MARKER_PAYMENT", "FRONT_MONEY_DEPOSIT", "SAFEKEEPING_DEPOSIT"];
        string[] cashOut = ["CASH_OUT", "CHIP_REDEMPTION", "FRONT_MONEY_WITHDRAWAL", "SAFEKEEPING_WITHDRAWAL"];
        var cashes = Decode(EventStream.Cash, lines).Cashes.Items.ToArray();

        Assert.Equal(Expected(cashIn), Total(CashDirection.In));
        Assert.Equal(Expected(cashOut), Total(CashDirection.Out));
        Assert.NotEqual(0, Total(CashDirection.In));

        decimal Expected(string[] types) => lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(json => json.GetProperty("payment_method").GetString() == "Cash")
            .Where(json => types.Contains(json.GetProperty("transaction_type").GetString()))
            .Sum(json => json.GetProperty("amount").GetDecimal());

        decimal Total(CashDirection direction) =>
            cashes.Where(cash => cash.Direction == direction).Sum(cash => cash.Amount.ToDecimal());
    }

    private static void CheckSlots(string[] lines)
    {
        var all = lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToArray();
        var slots = Decode(EventStream.Slot, lines).Slots.Items.ToArray();

        Assert.Equal(Sum("GAME_PLAY", "coin_in"), slots.Sum(slot => slot.Wager.ToDecimal()));
        Assert.Equal(Sum("GAME_PLAY", "coin_out") + Sum("JACKPOT", "jackpot_amount"), slots.Sum(slot => slot.Payout.ToDecimal()));
        Assert.Equal(Sum("JACKPOT", "jackpot_amount"), slots.Where(slot => slot.Type == SlotEventType.Jackpot).Sum(slot => slot.Payout.ToDecimal()));
        Assert.Equal(Of("JACKPOT").Count(), slots.Count(slot => slot.Type == SlotEventType.Jackpot));
        Assert.Equal(Sum("BILL_IN", "coin_in"), slots.Sum(slot => slot.Bill.ToDecimal()));
        Assert.Equal(Sum("TICKET_OUT", "coin_out"), slots.Sum(slot => slot.Ticket.ToDecimal()));
        Assert.Equal(Sum("METER_UPDATE", "coin_in"), slots.Sum(slot => slot.MeterCoinIn.ToDecimal()));
        Assert.Equal(Sum("METER_UPDATE", "coin_out"), slots.Sum(slot => slot.MeterCoinOut.ToDecimal()));
        Assert.NotEqual(0, Sum("GAME_PLAY", "coin_in"));

        IEnumerable<JsonElement> Of(string type) => all.Where(json => json.GetProperty("event_type").GetString() == type);

        decimal Sum(string type, string field) => Of(type)
            .Select(json => json.GetProperty(field))
            .Sum(value => value.ValueKind == JsonValueKind.Null ? 0 : value.GetDecimal());
    }

    private static EventBatch Decode(EventStream stream, string[] lines)
    {
        var batch = Decoded.Batch(stream, lines);
        batch.Dialect = "peer";
        new EventDecoder(Decoded.Dialects, new DecodingOptions()).Decode(batch, Later);
        return batch;
    }

    private static string[] Read(EventStream stream)
    {
        var path = RepositoryFiles.SharedOrSkip(Path.Combine("data", "peer", $"{stream.Name()}.ndjson.gz"));
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
