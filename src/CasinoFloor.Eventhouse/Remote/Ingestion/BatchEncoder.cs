using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Embedded.Writing;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Encodes what the engine hands over: the same rows, column for column, as the embedded Eventhouse stores. Used by one task at a time.</summary>
internal sealed class BatchEncoder : IDisposable
{
    private readonly StablePartitions _partitions = new();
    private readonly TableEncoder _slots;
    private readonly TableEncoder _tables;
    private readonly TableEncoder _securities;
    private readonly TableEncoder _cashes;
    private readonly TableEncoder _windows;
    private readonly TableEncoder _findings;
    private readonly TableEncoder _deadLetters;
    private readonly TimeProvider _time;

    /// <summary>Creates the encoders of all tables.</summary>
    public BatchEncoder(TimeProvider time)
    {
        _time = time;
        _slots = new TableEncoder(EventhouseTables.SlotEvents, _partitions);
        _tables = new TableEncoder(EventhouseTables.TableEvents, _partitions);
        _securities = new TableEncoder(EventhouseTables.SecurityEvents, _partitions);
        _cashes = new TableEncoder(EventhouseTables.CashEvents, _partitions);
        _windows = new TableEncoder(EventhouseTables.SlotActivity, _partitions);
        _findings = new TableEncoder(EventhouseTables.Alerts, _partitions);
        _deadLetters = new TableEncoder(EventhouseTables.DeadLetters, _partitions);
    }

    private TableEncoder[] All => [_slots, _tables, _securities, _cashes, _windows, _findings, _deadLetters];

    /// <summary>Encodes a write. Every partition that has rows must be named by a checkpoint of this call or of an earlier one.</summary>
    public IReadOnlyList<RowChunk> Encode(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints)
    {
        var now = _time.GetUtcNow().Ticks;
        _partitions.Register(checkpoints);
        foreach (var encoder in All)
        {
            encoder.Begin();
        }

        foreach (var batch in batches)
        {
            using var pinned = new PinnedBatch(batch);
            Encode(pinned, new RowOrigin(_partitions, now));
        }

        return [.. All.SelectMany(encoder => encoder.Complete())];
    }

    /// <summary>Encodes machine-minutes that were computed anew.</summary>
    public IReadOnlyList<RowChunk> Encode(IEnumerable<ActivityWindow> windows)
    {
        _windows.Begin();
        Append(_windows, windows, static (ref JsonRowWriter row, ActivityWindow window) => WindowRows.Write(ref row, window));
        return [.. _windows.Complete()];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var encoder in All)
        {
            encoder.Dispose();
        }
    }

    private void Encode(PinnedBatch pinned, RowOrigin origin)
    {
        var batch = pinned.Batch;
        foreach (ref readonly var slot in batch.Slots.Items)
        {
            if (RowOrigin.IsStored(slot.Outcome))
            {
                var row = _slots.BeginRow();
                SlotRows.Write(ref row, pinned, in slot, origin);
                _slots.EndRow(batch.Messages[slot.Message]);
            }
        }

        foreach (ref readonly var table in batch.Tables.Items)
        {
            if (RowOrigin.IsStored(table.Outcome))
            {
                var row = _tables.BeginRow();
                TableRows.Write(ref row, pinned, in table, origin);
                _tables.EndRow(batch.Messages[table.Message]);
            }
        }

        foreach (ref readonly var security in batch.Securities.Items)
        {
            if (RowOrigin.IsStored(security.Outcome))
            {
                var row = _securities.BeginRow();
                SecurityRows.Write(ref row, pinned, in security, origin);
                _securities.EndRow(batch.Messages[security.Message]);
            }
        }

        foreach (ref readonly var cash in batch.Cashes.Items)
        {
            if (RowOrigin.IsStored(cash.Outcome))
            {
                var row = _cashes.BeginRow();
                CashRows.Write(ref row, pinned, in cash, origin);
                _cashes.EndRow(batch.Messages[cash.Message]);
            }
        }

        var received = batch.ReceivedTicks == 0 ? origin.IngestedTicks : batch.ReceivedTicks;
        foreach (ref readonly var rejection in batch.Rejections.Items)
        {
            var row = _deadLetters.BeginRow();
            DeadLetterRows.Write(ref row, pinned, in rejection, origin, received);
            _deadLetters.EndRow(batch.Messages[rejection.Message]);
        }

        Append(_windows, batch.Windows, static (ref JsonRowWriter row, ActivityWindow window) => WindowRows.Write(ref row, window));
        Append(_findings, batch.Findings, static (ref JsonRowWriter row, Finding finding) => FindingRows.Write(ref row, finding));
    }

    private static void Append<T>(TableEncoder encoder, IEnumerable<T> items, WriteRow<T> write)
    {
        foreach (var item in items)
        {
            var row = encoder.BeginRow();
            write(ref row, item);
            encoder.EndRow();
        }
    }

    private delegate void WriteRow<in T>(ref JsonRowWriter row, T item);
}
