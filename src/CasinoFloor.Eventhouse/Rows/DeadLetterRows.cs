using System.Buffers.Text;
using System.Text.Unicode;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Refused messages as rows of <c>dead_letter_events</c>.</summary>
internal static class DeadLetterRows
{
    /// <summary>Most bytes of text kept of a message.</summary>
    public const int MaxRaw = 4096;

    private const int MaxRawForBase64 = MaxRaw / 4 * 3;

    /// <summary>Writes a rejection's columns in the table's order.</summary>
    public static void Write<TRow>(ref TRow row, PinnedBatch batch, in Rejection rejection, RowOrigin origin, long receivedTicks)
        where TRow : IRowWriter, allows ref struct
    {
        ref readonly var message = ref batch.Batch.Messages[rejection.Message];
        var partition = origin.Partitions.Get(message.Partition);
        row.Time(receivedTicks);
        row.Text(batch.Batch.Stream.Name());
        row.Text(partition.Source);
        row.Int(partition.Number);
        row.Long(message.Offset);
        row.Text(rejection.Reason.Name());
        row.Text(rejection.Field ?? "");
        WriteRaw(ref row, batch.Batch.Body(message));
        row.Long(message.Length);
    }

    private static void WriteRaw<TRow>(ref TRow row, ReadOnlySpan<byte> body)
        where TRow : IRowWriter, allows ref struct
    {
        var text = body[..TextLength(body)];
        if (Utf8.IsValid(text))
        {
            row.Text(text);
            row.FixedText("utf8"u8);
            return;
        }

        Span<byte> encoded = stackalloc byte[MaxRaw];
        Base64.EncodeToUtf8(body[..Math.Min(body.Length, MaxRawForBase64)], encoded, out _, out var length);
        row.Text(encoded[..length]);
        row.FixedText("base64"u8);
    }

    // A cut must not fall inside a character, or a good text would look like a bad one.
    private static int TextLength(ReadOnlySpan<byte> body)
    {
        if (body.Length <= MaxRaw)
        {
            return body.Length;
        }

        var length = MaxRaw;
        while (length > MaxRaw - 4 && (body[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return length;
    }
}
