using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads <c>slot_activity_1m</c>.</summary>
internal static class StoredWindows
{
    /// <summary>The newest revision of each machine-minute since a moment, oldest first.</summary>
    public static IReadOnlyList<ActivityWindow> Read(DuckDBConnection connection, DateTime since)
    {
        using var reader = new ChunkReader(
            connection,
            $"""
            SELECT window_start, machine_id, floor_section, spin_count, coin_in, coin_out, bill_in, jackpot_count, error_count, event_count, revision, closed_at
            FROM slot_activity_1m WHERE window_start >= {StoredTime.Sql(StoredTime.FromTicks(since.Ticks))}
            QUALIFY row_number() OVER (PARTITION BY window_start, machine_id ORDER BY revision DESC) = 1
            ORDER BY window_start, machine_id
            """);
        var strings = new StringPool();
        var windows = new List<ActivityWindow>();
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                windows.Add(WindowRows.Read(reader, row, strings));
            }
        }

        return windows;
    }
}
