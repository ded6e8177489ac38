using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads stored events back as decoded batches, oldest first, one stretch of time after the other.</summary>
internal sealed class StoredEventReader(DuckDBConnection connection, IdentifyEvent identity)
{
    private const int BatchRows = 4096;
    private const long SliceRows = 250_000;

    /// <summary>Calls <paramref name="apply"/> with batches of about 4,096 events.</summary>
    public void Read(EventStream stream, DateTime since, Action<EventBatch> apply, CancellationToken cancellationToken)
    {
        var map = StoredEventMap.Of(stream, identity);
        var condition = $"event_timestamp >= {StoredTime.Sql(StoredTime.FromTicks(since.Ticks))}";
        var batch = new EventBatch();
        Reset(batch, stream);
        foreach (var slice in TimeSlices.Cut(connection, map.Table, "event_timestamp", condition, SliceRows))
        {
            ReadSlice(map, $"{condition} AND {slice.Contains("event_timestamp")}", batch, apply, cancellationToken);
        }

        Hand(batch, apply);
    }

    private static void Reset(EventBatch batch, EventStream stream)
    {
        batch.Reset(stream);
        batch.Recovery = true;
    }

    private static void Hand(EventBatch batch, Action<EventBatch> apply)
    {
        if (batch.MessageCount > 0)
        {
            batch.ReceivedTicks = batch.Messages[^1].EnqueuedTicks;
            apply(batch);
            Reset(batch, batch.Stream);
        }
    }

    private void ReadSlice(StoredEventMap map, string condition, EventBatch batch, Action<EventBatch> apply, CancellationToken cancellationToken)
    {
        using var reader = new ChunkReader(
            connection,
            $"""
            SELECT event_timestamp, source_offset, enqueued_at, {map.Columns} FROM {map.Table}
            WHERE {condition} ORDER BY event_timestamp, source_partition, source_offset
            """);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var row = 0; row < reader.Rows; row++)
            {
                map.Add(batch, reader, row);
                if (batch.MessageCount == BatchRows)
                {
                    Hand(batch, apply);
                }
            }
        }
    }
}
