using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>Reads values for a column out of documents and texts. What does not fit the column's type is refused, never guessed.</summary>
internal static class ValueReader
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a text; an empty one is null but for strings.</summary>
    public static bool TryText(string text, KqlType type, out object? value)
    {
        value = null;
        if (type == KqlType.String)
        {
            value = text;
            return true;
        }

        if (text.Length == 0)
        {
            return true;
        }

        return type == KqlType.Dynamic ? TryDynamic(text, out value) : KqlValues.TryParse(text, type, out value) && IsInRange(value);
    }

    /// <summary>Reads a JSON value; a missing one is null.</summary>
    public static bool TryJson(JsonElement element, KqlType type, out object? value)
    {
        value = null;
        switch (element.ValueKind)
        {
            case JsonValueKind.Undefined:
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.String when type != KqlType.Dynamic:
                return TryText(element.GetString()!, type, out value);
        }

        switch (type)
        {
            case KqlType.String:
                value = CompactText(element);
                return true;
            case KqlType.Dynamic:
                value = CompactText(element);
                return true;
            case KqlType.Bool when element.ValueKind is JsonValueKind.True or JsonValueKind.False:
                value = element.GetBoolean();
                return true;
            case KqlType.Real when element.ValueKind == JsonValueKind.Number:
                value = element.GetDouble();
                return true;
            case KqlType.Long or KqlType.Int or KqlType.Bool when element.ValueKind == JsonValueKind.Number:
                return TryText(element.GetRawText(), type, out value) || TryWhole(element, type, out value);
            case KqlType.Decimal when element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var exact) && IsInRange(exact):
                value = exact;
                return true;
            default:
                return false;
        }
    }

    /// <summary>A number since 1970 as a moment.</summary>
    public static bool TryUnixTime(JsonElement element, UnixTime unit, out object? value)
    {
        value = null;
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return true;
        }

        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var ticks = unit switch
        {
            UnixTime.DateTimeFromUnixSeconds => TimeSpan.TicksPerSecond,
            UnixTime.DateTimeFromUnixMilliseconds => TimeSpan.TicksPerMillisecond,
            UnixTime.DateTimeFromUnixMicroseconds => TimeSpan.TicksPerMicrosecond,
            _ => 0.01m,
        };
        var moment = DateTime.UnixEpoch.Ticks + (Math.Clamp(number, -1e15m, 1e19m) * ticks);
        if (moment < 0 || moment > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTime((long)moment, DateTimeKind.Utc);
        return true;
    }

    private static bool IsInRange(object? value) => value is not decimal number || Math.Abs(number) < RowSink.DecimalLimit;

    private static bool TryDynamic(string text, out object? value)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            value = CompactText(document.RootElement);
        }
        catch (JsonException)
        {
            // A text that is no JSON is a string value.
            value = $"\"{JsonEncodedText.Encode(text, Compact.Encoder)}\"";
        }

        return true;
    }

    // 5.0 and 5e0 are whole numbers too.
    private static bool TryWhole(JsonElement element, KqlType type, out object? value)
    {
        value = null;
        if (!element.TryGetDecimal(out var number) || number != decimal.Truncate(number))
        {
            return false;
        }

        return KqlValues.TryParse(decimal.Truncate(number).ToString("0", CultureInfo.InvariantCulture), type, out value);
    }

    // Equal values must be equal texts.
    private static string CompactText(JsonElement element)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            element.WriteTo(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
