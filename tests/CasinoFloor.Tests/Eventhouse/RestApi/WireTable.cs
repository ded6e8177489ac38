using System.Globalization;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

/// <summary>Reads the last result of an answer of the second version back into values, by the contract alone.</summary>
internal static class WireTable
{
    public static KqlResultTable Read(JsonElement frames)
    {
        var table = frames.EnumerateArray().Last(frame => frame.TryGetProperty("TableKind", out var kind) && kind.GetString() == "PrimaryResult");
        var columns = table.GetProperty("Columns").EnumerateArray()
            .Select(column => new KqlResultColumn(column.GetProperty("ColumnName").GetString()!, Type(column.GetProperty("ColumnType").GetString()!)))
            .ToList();
        var rows = table.GetProperty("Rows").EnumerateArray().Select(row => row.EnumerateArray().Select((value, index) => Value(value, columns[index].Type)).ToArray());
        return new KqlResultTable(table.GetProperty("TableName").GetString()!, columns, [.. rows], false);
    }

    private static KqlType Type(string name)
    {
        Assert.True(KqlTypes.TryParse(name, out var type), name);
        return type;
    }

    private static object? Value(JsonElement value, KqlType type)
    {
        var culture = CultureInfo.InvariantCulture;
        return (value.ValueKind, type) switch
        {
            (JsonValueKind.Null, _) => null,
            (_, KqlType.Dynamic) => value.GetRawText(),
            (_, KqlType.Bool) => value.GetBoolean(),
            (_, KqlType.Int) => value.GetInt32(),
            (_, KqlType.Long) => value.GetInt64(),
            (JsonValueKind.String, KqlType.Real) => value.GetString() switch
            {
                "NaN" => double.NaN,
                "Infinity" => double.PositiveInfinity,
                "-Infinity" => double.NegativeInfinity,
                var other => throw new FormatException(other),
            },
            (_, KqlType.Real) => value.GetDouble(),
            (_, KqlType.Decimal) => decimal.Parse(value.GetString()!, culture),
            (_, KqlType.DateTime) => DateTime.ParseExact(value.GetString()!, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            (_, KqlType.TimeSpan) => TimeSpan.ParseExact(value.GetString()!, "c", culture),
            (_, KqlType.Guid) => value.GetGuid(),
            _ => value.GetString(),
        };
    }
}
