using System.Globalization;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>JSON cells of an answer as the values of a result; see <see cref="KqlResultTable"/>.</summary>
internal static class CellReader
{
    /// <summary>The value of a cell.</summary>
    /// <exception cref="FormatException">The cell does not fit its column's type: the answer cannot be trusted.</exception>
    public static object? Read(JsonElement cell, KqlType type)
    {
        if (type == KqlType.String)
        {
            return cell.ValueKind switch
            {
                JsonValueKind.String => cell.GetString(),
                JsonValueKind.Null => "",
                _ => cell.GetRawText(),
            };
        }

        if (cell.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return type switch
        {
            KqlType.Bool => cell.ValueKind == JsonValueKind.Number ? cell.GetInt32() != 0 : cell.GetBoolean(),
            KqlType.Int => cell.GetInt32(),
            KqlType.Long => cell.GetInt64(),
            KqlType.Real => Real(cell),
            KqlType.Decimal => decimal.Parse(cell.ValueKind == JsonValueKind.String ? cell.GetString()! : cell.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture),
            KqlType.DateTime => DateTime.Parse(cell.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToUniversalTime(),
            KqlType.TimeSpan => TimeSpan.Parse(cell.GetString()!, CultureInfo.InvariantCulture),
            KqlType.Guid => cell.GetGuid(),
            _ => Dynamic(cell),
        };
    }

    private static double Real(JsonElement cell) => cell.ValueKind != JsonValueKind.String
        ? cell.GetDouble()
        : cell.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            "NaN" => double.NaN,
            var other => throw new FormatException($"'{other}' is no number."),
        };

    // A dynamic value is nested JSON, or JSON as a text where a service writes it so; a plain text stays a JSON string.
    private static string? Dynamic(JsonElement cell)
    {
        var text = cell.GetRawText();
        return text is "null" or "\"\"" ? null : text;
    }
}
