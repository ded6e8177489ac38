using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Text inside JSON strings, as bytes. Never fails: half a surrogate pair, a NUL and bytes that are not UTF-8 become
/// U+FFFD, so that whatever stores or shows the text can rely on it.
/// </summary>
internal static class JsonText
{
    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>Resolves the escapes of a string that a JSON reader has accepted. The result is never longer than the input.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> output)
    {
        var written = 0;
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0 || plain == raw.Length - 1)
            {
                raw.CopyTo(output[written..]);
                return written + raw.Length;
            }

            raw[..plain].CopyTo(output[written..]);
            written += plain;
            var symbol = raw[plain + 1];
            raw = raw[(plain + 2)..];
            if (symbol == 'u')
            {
                written += UnescapeUnicode(ref raw, output[written..]);
            }
            else
            {
                output[written++] = symbol switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    _ => symbol,
                };
            }
        }
    }

    /// <summary>Copies text with every invalid byte sequence replaced. The result is at most three times as long.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Repair(ReadOnlySpan<byte> text, Span<byte> output)
    {
        var written = 0;
        while (text.Length > 0)
        {
            _ = Rune.DecodeFromUtf8(text, out var rune, out var consumed);
            written += rune.EncodeToUtf8(output[written..]);
            text = text[consumed..];
        }

        return written;
    }

    /// <summary>Where text of more than <paramref name="limit"/> bytes can be cut without cutting a character.</summary>
    public static int CutAt(ReadOnlySpan<byte> text, int limit)
    {
        var cut = limit;
        while (cut > 0 && (text[cut] & 0xC0) == 0x80)
        {
            cut--;
        }

        return cut;
    }

    // Reads what follows "\u", and a second escape where the two are a surrogate pair.
    private static int UnescapeUnicode(ref ReadOnlySpan<byte> raw, Span<byte> output)
    {
        var unit = ReadUnit(ref raw);
        if (char.IsHighSurrogate(unit) && raw.Length >= 6 && BinaryPrimitives.ReadUInt16LittleEndian(raw) == ('\\' | ('u' << 8)))
        {
            var following = raw[2..];
            var low = ReadUnit(ref following);
            if (char.IsLowSurrogate(low))
            {
                raw = following;
                return new Rune(unit, low).EncodeToUtf8(output);
            }
        }

        if (unit != '\0' && Rune.TryCreate(unit, out var rune))
        {
            return rune.EncodeToUtf8(output);
        }

        Replacement.CopyTo(output);
        return Replacement.Length;
    }

    private static char ReadUnit(ref ReadOnlySpan<byte> raw)
    {
        var length = Math.Min(4, raw.Length);
        _ = ushort.TryParse(raw[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit);
        raw = raw[length..];
        return (char)unit;
    }
}
