using CasinoFloor.Engine.Events;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads <c>stream_checkpoints</c>.</summary>
internal static class StoredCheckpoints
{
    /// <summary>All checkpoints, in the order in which their partitions were first seen.</summary>
    public static IReadOnlyList<StoredCheckpoint> Read(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT stream, source, \"partition\", next_offset FROM stream_checkpoints ORDER BY partition_id";
        using var reader = command.ExecuteReader();
        var checkpoints = new List<StoredCheckpoint>();
        while (reader.Read())
        {
            if (EventStreams.TryParse(reader.GetString(0), out var stream))
            {
                checkpoints.Add(new StoredCheckpoint(stream, reader.GetString(1), reader.GetInt32(2), reader.GetInt64(3)));
            }
        }

        return checkpoints;
    }
}
