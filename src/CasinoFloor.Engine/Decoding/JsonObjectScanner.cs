using System.Text.Json;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Reads one message, a JSON object, once from front to back and notes where the values of known fields lie. Only after
/// that is it known what they mean, because the event type may come last. Sample:
/// <c>{"machine_id":"S-0042","event_type":"SPIN","wager_amount":2.5,"event_timestamp":"2026-11-20T18:00:40Z","payout_amount":0}</c>.
/// Of a repeated field the last counts; null and "" are as good as absent; what is unknown is skipped. Not thread-safe.
/// </summary>
internal sealed class JsonObjectScanner
{
    private readonly JsonToken[] _tokens = new JsonToken[FieldPlan.MaxSources];
    private readonly byte[] _name = new byte[Utf8NameTable.MaxNameLength * 6];

    /// <summary>The value of a source of the last message, where it was given.</summary>
    public ref readonly JsonToken this[int source] => ref _tokens[source];

    /// <summary>Scans a message.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="origin">Where they lie in the buffer.</param>
    /// <param name="sources">The names looked for.</param>
    /// <param name="given">The sources given, as bits.</param>
    /// <returns>False when it is visibly no JSON object.</returns>
    /// <exception cref="JsonException">It looks like one, but is malformed.</exception>
    public bool TryScan(ReadOnlySpan<byte> json, int origin, Utf8NameTable sources, out ulong given)
    {
        given = 0;
        if (!TryTrim(ref json, ref origin))
        {
            return false;
        }

        var reader = new Utf8JsonReader(json, isFinalBlock: true, state: default);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var source = reader.ValueIsEscaped ? FindEscaped(reader.ValueSpan, sources) : sources.Find(reader.ValueSpan);
            reader.Read();
            if (source < 0)
            {
                reader.Skip();
                continue;
            }

            var start = origin + (int)reader.TokenStartIndex;
            var bit = 1UL << source;
            given |= bit;
            switch (reader.TokenType)
            {
                case JsonTokenType.String when reader.ValueSpan.Length > 0:
                    var kind = reader.ValueIsEscaped ? JsonTokenKind.EscapedText : JsonTokenKind.Text;
                    _tokens[source] = new JsonToken(kind, start + 1, reader.ValueSpan.Length);
                    break;
                case JsonTokenType.Number:
                    _tokens[source] = new JsonToken(JsonTokenKind.Number, start, reader.ValueSpan.Length);
                    break;
                case JsonTokenType.True:
                    _tokens[source] = new JsonToken(JsonTokenKind.True, start, 0);
                    break;
                case JsonTokenType.False:
                    _tokens[source] = new JsonToken(JsonTokenKind.False, start, 0);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    _tokens[source] = new JsonToken(JsonTokenKind.Nested, start, 0);
                    reader.Skip();
                    break;
                default:
                    given &= ~bit;
                    break;
            }
        }

        // The reader refuses anything after the object only when asked for more.
        reader.Read();
        return true;
    }

    // Cuts white space and a byte order mark off. Most broken messages (truncated, empty, plain text) end here, without the
    // cost of an exception.
    internal static bool TryTrim(ref ReadOnlySpan<byte> json, ref int origin)
    {
        var start = json.StartsWith("\uFEFF"u8) ? 3 : 0;
        var end = json.Length;
        while (start < end && json[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        while (end > start && json[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            end--;
        }

        if (end - start < 2 || json[start] != '{' || json[end - 1] != '}')
        {
            return false;
        }

        json = json[start..end];
        origin += start;
        return true;
    }

    private int FindEscaped(ReadOnlySpan<byte> raw, Utf8NameTable sources) =>
        raw.Length > _name.Length ? -1 : sources.Find(_name.AsSpan(0, JsonText.Unescape(raw, _name)));
}
