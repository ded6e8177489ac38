using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Embedded.Writing;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Encodes what the engine hands over: the same rows, column for column, as the embedded Eventhouse stores. Used by one task at a time.</summary>
internal sealed class BatchEncoder(TimeProvider time) : IDisposable
{
    private readonly StablePartitions _partitions = new();
    private readonly TableEncoder _slots = new(EventhouseTables.SlotEvents);
    private readonly TableEncoder _tables = new(EventhouseTables.TableEvents);
    private readonly TableEncoder _securities = new(EventhouseTables.SecurityEvents);
    private readonly TableEncoder _cashes = new(EventhouseTables.CashEvents);
    private readonly TableEncoder _windows = new(EventhouseTables.SlotActivity);
    private readonly TableEncoder _findings = new(EventhouseTables.Alerts);
    private readonly TableEncoder _deadLetters = new(EventhouseTables.DeadLetters);

    private TableEncoder[] All => [_slots, _tables, _securities, _cashes, _windows, _findings, _deadLetters];

    /// <summary>Encodes a write. Every partition that has rows must be named by a checkpoint of this call or of an earlier one.</summary>
    public IReadOnlyList<RowChunk> Encode(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints)
    {
        var now = time.GetUtcNow().Ticks;
        _partitions.Register(checkpoints);
        var tag = TagOf(checkpoints, now);
        foreach (var encoder in All)
        {
            encoder.Begin(tag);
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
        _windows.Begin(string.Create(CultureInfo.InvariantCulture, $"corrections-{time.GetUtcNow().Ticks:x}"));
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
                _slots.EndRow();
            }
        }

        foreach (ref readonly var table in batch.Tables.Items)
        {
            if (RowOrigin.IsStored(table.Outcome))
            {
                var row = _tables.BeginRow();
                TableRows.Write(ref row, pinned, in table, origin);
                _tables.EndRow();
            }
        }

        foreach (ref readonly var security in batch.Securities.Items)
        {
            if (RowOrigin.IsStored(security.Outcome))
            {
                var row = _securities.BeginRow();
                SecurityRows.Write(ref row, pinned, in security, origin);
                _securities.EndRow();
            }
        }

        foreach (ref readonly var cash in batch.Cashes.Items)
        {
            if (RowOrigin.IsStored(cash.Outcome))
            {
                var row = _cashes.BeginRow();
                CashRows.Write(ref row, pinned, in cash, origin);
                _cashes.EndRow();
            }
        }

        var received = batch.ReceivedTicks == 0 ? origin.IngestedTicks : batch.ReceivedTicks;
        foreach (ref readonly var rejection in batch.Rejections.Items)
        {
            var row = _deadLetters.BeginRow();
            DeadLetterRows.Write(ref row, pinned, in rejection, origin, received);
            _deadLetters.EndRow();
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

    // The same rows get the same tag however often they are sent: where they end in their streams.
    private static string TagOf(IReadOnlyList<Checkpoint> checkpoints, long now) => checkpoints.Count == 0
        ? string.Create(CultureInfo.InvariantCulture, $"at-{now:x}")
        : string.Join('+', checkpoints.Select(checkpoint => string.Create(
            CultureInfo.InvariantCulture, $"{checkpoint.Partition.Source}#{checkpoint.Partition.Number}@{checkpoint.NextOffset}")));

    private delegate void WriteRow<in T>(ref JsonRowWriter row, T item);
}
