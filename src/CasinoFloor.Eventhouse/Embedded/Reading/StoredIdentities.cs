using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads which events were stored last, whatever time they are of.</summary>
internal static class StoredIdentities
{
    /// <summary>
    /// Gives the identities of about the newest <paramref name="count"/> rows, oldest first within a stream. Streams share the
    /// number as they share the rows: so it is about what was stored last of all of them together.
    /// </summary>
    public static void Read(DuckDBConnection connection, IdentifyEvent identity, int count, Action<EventStream, UInt128> take, CancellationToken cancellationToken)
    {
        var tables = new[]
        {
            (Stream: EventStream.Slot, EventhouseTables.SlotEvents.Name),
            (Stream: EventStream.Table, EventhouseTables.TableEvents.Name),
            (Stream: EventStream.Security, EventhouseTables.SecurityEvents.Name),
            (Stream: EventStream.Cash, EventhouseTables.CashEvents.Name),
        };
        var rows = tables.Select(table => Number(connection, $"SELECT count(*) FROM {table.Name}")).ToArray();
        var total = Math.Max(1, rows.Sum());
        for (var i = 0; i < tables.Length; i++)
        {
            var share = (long)Math.Ceiling((double)count * rows[i] / total);
            ReadNewest(connection, tables[i].Name, Math.Min(share, rows[i]), id => take(tables[i].Stream, identity(tables[i].Stream, id)), cancellationToken);
        }
    }

    // Row ids grow with every row stored, and only the oldest rows are ever deleted.
    private static void ReadNewest(DuckDBConnection connection, string table, long count, TakeEventId take, CancellationToken cancellationToken)
    {
        if (count == 0)
        {
            return;
        }

        var last = Number(connection, $"SELECT max(rowid) FROM {table}");
        using var reader = new ChunkReader(
            connection, $"SELECT event_id FROM {table} WHERE rowid > {last - count} AND event_id IS NOT NULL ORDER BY rowid");
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var row = 0; row < reader.Rows; row++)
            {
                if (reader.Text(0, row) is { IsEmpty: false } id)
                {
                    take(id);
                }
            }
        }
    }

    private static long Number(DuckDBConnection connection, string sql)
    {
        using var reader = new ChunkReader(connection, sql);
        return reader.Read() ? reader.Long(0, 0) : 0;
    }

    private delegate void TakeEventId(ReadOnlySpan<byte> eventId);
}
