using System.Text.Json;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Looks at why a message is no JSON, off the hot path.</summary>
internal static class MalformedMessage
{
    /// <summary>
    /// Some programs write NaN and Infinity as bare words, which is no JSON. An operator is helped more by the field's name
    /// than by "not JSON": the canonical field whose value is such a word, or -1.
    /// </summary>
    public static int FindNonFinite(ReadOnlySpan<byte> json, StreamDialect dialect)
    {
        var origin = 0;
        if (!JsonObjectScanner.TryTrim(ref json, ref origin))
        {
            return -1;
        }

        var reader = new Utf8JsonReader(json);
        var source = -1;
        try
        {
            while (reader.Read())
            {
                source = reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1
                    ? dialect.Sources.Find(reader.ValueSpan)
                    : -1;
            }
        }
        catch (JsonException) when (source >= 0)
        {
            var word = json[(int)reader.BytesConsumed..].TrimStart(" \t\r\n:"u8);
            var end = word.IndexOfAny((byte)',', (byte)'}');
            var isNonFinite = end > 0 && DecimalText.IsNonFinite(word[..end].TrimEnd(" \t\r\n"u8));
            return isNonFinite && (dialect.Plan.Sources & (1UL << source)) != 0 ? dialect.Plan.Field(source) : -1;
        }
        catch (JsonException)
        {
            return -1;
        }

        return -1;
    }
}
