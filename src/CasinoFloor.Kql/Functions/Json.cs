using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <summary>JSON text as the values of dynamic columns have it; elements keep the text they came with.</summary>
internal static class Json
{
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A column may hold text that is no JSON; it has no value as a dynamic.
            return null;
        }
    }

    /// <summary>The texts of an array's elements; null when it is no array.</summary>
    public static List<string>? Array(string? text) =>
        Parse(text) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(e => e.GetRawText())] : null;

    /// <summary>The members of a bag in order; null when it is no bag.</summary>
    public static List<KeyValuePair<string, string>>? Bag(string? text) =>
        Parse(text) is { ValueKind: JsonValueKind.Object } bag ? [.. bag.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, m.Value.GetRawText()))] : null;

    public static string Write(IEnumerable<string> elements) => "[" + string.Join(',', elements) + "]";

    public static string Write(IEnumerable<KeyValuePair<string, string>> members) => "{" + string.Join(',', members.Select(m => Text(m.Key) + ":" + m.Value)) + "}";

    public static string Text(string value) => DynamicLiteral.Quote(value);

    public static string? NotNull(string json) => json == "null" ? null : json;

    /// <summary>A real number: with a point or exponent, so that it stays one; NaN and infinity as text.</summary>
    public static string Number(double value)
    {
        if (double.IsNaN(value))
        {
            return "\"NaN\"";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        }

        return RealText.Shortest(value);
    }

    /// <summary>A number as the engine writes it; null for text that is none.</summary>
    public static string? Canonical(string number)
    {
        if (number.Length == 0 || number[0] == '+' || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return null;
        }

        if (!IsInteger(number))
        {
            return RealText.Shortest(value);
        }

        // 007 is no number of JSON, and -0 is a whole number.
        var digits = number.TrimStart('-');
        return digits == "0" ? digits : digits[0] == '0' ? null : number;
    }

    /// <summary>The number that an element holds; null when it holds none.</summary>
    public static double? Number(string element) => element switch
    {
        "null" => null,
        "\"NaN\"" => double.NaN,
        "\"Infinity\"" => double.PositiveInfinity,
        "\"-Infinity\"" => double.NegativeInfinity,
        "true" => 1,
        "false" => 0,
        _ => double.TryParse(element, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
    };

    public static bool IsInteger(string element) =>
        element.AsSpan().IndexOfAny(".eE\"") < 0 && long.TryParse(element, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
