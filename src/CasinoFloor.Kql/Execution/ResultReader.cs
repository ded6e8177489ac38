using System.Globalization;
using System.Numerics;
using CasinoFloor.Kql.Binding;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CasinoFloor.Kql.Execution;

/// <summary>Turns DuckDB values into the values of a result.</summary>
internal static class ResultReader
{
    public static object? Value(DuckDBDataReader reader, int ordinal, Column column)
    {
        if (reader.IsDBNull(ordinal))
        {
            return column.Type == KqlType.String ? "" : null;
        }

        switch (column.Type)
        {
            case KqlType.Bool:
                return reader.GetBoolean(ordinal);
            case KqlType.Int:
                return reader.GetInt32(ordinal);
            case KqlType.Long:
                return Long(reader, ordinal);
            case KqlType.Real:
                return reader.GetDouble(ordinal);
            case KqlType.Decimal:
                return Convert.ToDecimal(reader.GetValue(ordinal), CultureInfo.InvariantCulture);
            case KqlType.DateTime when column.Storage == Storage.Timestamp:
                return Moment(reader.GetFieldValue<DuckDBTimestamp>(ordinal));
            case KqlType.DateTime:
                var ticks = Long(reader, ordinal);
                return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTime(ticks, DateTimeKind.Utc);
            case KqlType.TimeSpan:
                return TimeSpan.FromTicks(Long(reader, ordinal));
            case KqlType.Guid:
                return reader.GetGuid(ordinal);
            case KqlType.Dynamic:
                var json = reader.GetString(ordinal);
                return json == "null" ? null : json;
            default:
                return reader.GetString(ordinal);
        }
    }

    /// <summary>A rough size of a value in a result, in bytes.</summary>
    public static long Size(object? value) => value switch
    {
        null => 4,
        string text => text.Length + 2,
        _ => 12,
    };

    /// <summary>Null beyond the range of a datetime.</summary>
    private static DateTime? Moment(DuckDBTimestamp moment) =>
        moment.IsInfinity || moment.Date.Year is < 1 or > 9999 ? null : DateTime.SpecifyKind(moment.ToDateTime(), DateTimeKind.Utc);

    private static long Long(DuckDBDataReader reader, int ordinal) => reader.GetValue(ordinal) switch
    {
        long value => value,
        int value => value,
        BigInteger value => (long)value,
        var other => Convert.ToInt64(other, CultureInfo.InvariantCulture),
    };
}
