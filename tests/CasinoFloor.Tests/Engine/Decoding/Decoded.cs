using System.Text;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Tests.Engine.Decoding;

/// <summary>Decodes messages with the shipped dialects, at a fixed moment.</summary>
internal static class Decoded
{
    public static readonly DateTime Now = new(2026, 11, 20, 20, 0, 0, DateTimeKind.Utc);

    public static DialectSet Dialects { get; } = ShippedDialects.Under(new DecodingOptions());

    public static EventBatch Batch(EventStream stream, params ReadOnlySpan<string> messages)
    {
        var batch = new EventBatch();
        batch.Reset(stream);
        foreach (var message in messages)
        {
            batch.Add(Encoding.UTF8.GetBytes(message), 0, batch.MessageCount, 0);
        }

        return batch;
    }

    public static EventBatch Decode(
        EventStream stream, string message, string? dialect = null, DecodingOptions? options = null, long timeShift = 0)
    {
        var batch = Batch(stream, message);
        batch.Dialect = dialect;
        batch.TimeShift = timeShift;
        new EventDecoder(Dialects, options ?? new DecodingOptions()).Decode(batch, Now.Ticks);
        return batch;
    }

    /// <summary>The slot event of a message that must decode.</summary>
    public static SlotEvent Slot(string message, string? dialect = null)
    {
        var batch = Decode(EventStream.Slot, message, dialect);
        Xunit.Assert.Empty(batch.Rejections.Items.ToArray());
        return Xunit.Assert.Single(batch.Slots.Items.ToArray());
    }

    /// <summary>The refusal of a message that must be refused, as <c>reason:field</c>.</summary>
    public static string Refusal(EventStream stream, string message, string? dialect = null, DecodingOptions? options = null)
    {
        var batch = Decode(stream, message, dialect, options);
        Xunit.Assert.Equal(0, batch.Slots.Count + batch.Tables.Count + batch.Securities.Count + batch.Cashes.Count);
        var rejection = Xunit.Assert.Single(batch.Rejections.Items.ToArray());
        return $"{rejection.Reason.Name()}:{rejection.Field}";
    }

    /// <summary>A valid game, in the dialect default, with fields replaced or added at its end: the last of a name counts.</summary>
    public static string Spin(string more = "") =>
        "{\"machine_id\":\"S-1\",\"event_type\":\"SPIN\",\"event_timestamp\":\"2026-11-20T18:00:40Z\",\"wager_amount\":2.5,\"payout_amount\":0"
        + (more.Length == 0 ? "}" : "," + more + "}");

    /// <summary>An event of a type, with nothing but what every slot event needs, and more fields.</summary>
    public static string Event(string type, string more = "") =>
        "{\"machine_id\":\"S-1\",\"event_timestamp\":\"2026-11-20T18:00:40Z\"," + (more.Length == 0 ? "" : more + ",")
        + "\"event_type\":\"" + type + "\"}";

    public static Money Money(decimal amount) => CasinoFloor.Engine.Events.Money.FromDecimal(amount);

    public static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
