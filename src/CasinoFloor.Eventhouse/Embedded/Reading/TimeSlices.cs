using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>A stretch of time, half open, and how many rows fall into it.</summary>
/// <param name="From">Its begin, microseconds since 1970.</param>
/// <param name="To">Its end, microseconds since 1970; not part of it.</param>
/// <param name="Rows">Rows in it.</param>
internal readonly record struct TimeSlice(long From, long To, long Rows)
{
    /// <summary>The SQL condition that a moment lies in it.</summary>
    public string Contains(string column) => $"{column} >= {StoredTime.Sql(From)} AND {column} < {StoredTime.Sql(To)}";
}

/// <summary>
/// Cuts the rows of a table into stretches of time of bounded size, so that work over all of them (a sort, a delete) never takes more
/// memory or time at once than one stretch does.
/// </summary>
internal static class TimeSlices
{
    private const long Second = 1_000_000;

    /// <summary>Slices of whole seconds, oldest first: more than <paramref name="rows"/> rows only where a single second has more.</summary>
    public static List<TimeSlice> Cut(DuckDBConnection connection, string table, string column, string condition, long rows)
    {
        using var reader = new ChunkReader(
            connection,
            $"""
            SELECT epoch_us(time_bucket(INTERVAL 1 SECOND, {column})) AS second, count(*)
            FROM {table} WHERE {condition} GROUP BY second ORDER BY second
            """);
        var slices = new List<TimeSlice>();
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                var second = reader.Long(0, row);
                var count = reader.Long(1, row);
                if (slices.Count > 0 && slices[^1] is var last && last.Rows + count <= rows)
                {
                    slices[^1] = last with { To = second + Second, Rows = last.Rows + count };
                }
                else
                {
                    slices.Add(new TimeSlice(second, second + Second, count));
                }
            }
        }

        return slices;
    }
}
