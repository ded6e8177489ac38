using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>Columns of an answer: <c>{"ColumnName":"n","ColumnType":"long","DataType":"Int64"}</c>.</summary>
internal static class ColumnReader
{
    private static readonly Dictionary<string, KqlType> ByDataType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SByte"] = KqlType.Bool,
        ["Boolean"] = KqlType.Bool,
        ["Int32"] = KqlType.Int,
        ["Int64"] = KqlType.Long,
        ["Double"] = KqlType.Real,
        ["SqlDecimal"] = KqlType.Decimal,
        ["Decimal"] = KqlType.Decimal,
        ["String"] = KqlType.String,
        ["DateTime"] = KqlType.DateTime,
        ["TimeSpan"] = KqlType.TimeSpan,
        ["Object"] = KqlType.Dynamic,
        ["Guid"] = KqlType.Guid,
    };

    /// <summary>The columns of a table or header frame.</summary>
    /// <exception cref="AnswerFormatException">A type is not known.</exception>
    public static KqlResultColumn[] Read(JsonElement columns) => [.. columns.EnumerateArray().Select(column =>
        new KqlResultColumn(column.TryGetProperty("ColumnName", out var name) ? name.GetString() ?? "" : throw new AnswerFormatException("A column has no name."), Type(column)))];

    private static KqlType Type(JsonElement column)
    {
        if (column.TryGetProperty("ColumnType", out var name) && name.GetString() is { Length: > 0 } kusto && KqlTypes.TryParse(kusto, out var type))
        {
            return type;
        }

        var clr = column.TryGetProperty("DataType", out var data) ? data.GetString() ?? "" : "";
        return ByDataType.TryGetValue(clr[(clr.LastIndexOf('.') + 1)..], out var found)
            ? found
            : throw new AnswerFormatException($"The answer has a column of the unknown type '{clr}'.");
    }
}
