using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads <c>slot_signals_live</c>.</summary>
internal static class StoredSignals
{
    private static readonly string Types = string.Join(", ", MachineSignal.Types.ToArray().Select(type => $"'{SlotEventTypes.Names[(int)type]}'"));

    /// <summary>The newest signal of each kind that each machine sent between two moments.</summary>
    public static IReadOnlyList<MachineSignal> Read(DuckDBConnection connection, DateTime since, DateTime until)
    {
        using var reader = new ChunkReader(
            connection,
            $"""
            SELECT machine_id, event_type, max(event_timestamp) FROM slot_signals_live
            WHERE event_timestamp >= {StoredTime.Sql(StoredTime.FromTicks(since.Ticks))} AND event_timestamp < {StoredTime.Sql(StoredTime.FromTicks(until.Ticks))}
                AND event_type IN ({Types})
            GROUP BY ALL
            """);
        var strings = new StringPool();
        var signals = new List<MachineSignal>();
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                signals.Add(SignalRows.Read(reader, row, strings));
            }
        }

        return signals;
    }
}
