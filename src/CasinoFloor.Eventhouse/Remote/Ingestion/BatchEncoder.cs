using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Encodes what the engine hands over: the same rows, column for column, as the embedded Eventhouse stores. Used by one task at a time.</summary>
internal sealed class BatchEncoder : IDisposable
{
    private readonly StablePartitions _partitions = new();
    private readonly List<TableEncoder> _all = [];
    private readonly BatchRows<JsonRowWriter> _rows;
    private readonly TableEncoder _windows;
    private readonly TableEncoder _findings;
    private readonly TimeProvider _time;

    /// <summary>Creates the encoders of all tables.</summary>
    public BatchEncoder(TimeProvider time)
    {
        _time = time;
        _rows = new BatchRows<JsonRowWriter>
        {
            Slots = EncoderOf(EventhouseTables.SlotEvents),
            Tables = EncoderOf(EventhouseTables.TableEvents),
            Securities = EncoderOf(EventhouseTables.SecurityEvents),
            Cashes = EncoderOf(EventhouseTables.CashEvents),
            Windows = _windows = EncoderOf(EventhouseTables.SlotActivity),
            DeadLetters = EncoderOf(EventhouseTables.DeadLetters),
        };
        _findings = EncoderOf(EventhouseTables.Alerts);

        TableEncoder EncoderOf(TableDefinition table)
        {
            var encoder = new TableEncoder(table, _partitions);
            _all.Add(encoder);
            return encoder;
        }
    }

    /// <summary>Encodes a write. Every partition that has rows must be named by a checkpoint of this call or of an earlier one.</summary>
    public IReadOnlyList<RowChunk> Encode(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints)
    {
        var now = _time.GetUtcNow().Ticks;
        _partitions.Register(checkpoints);
        foreach (var encoder in _all)
        {
            encoder.Begin();
        }

        foreach (var batch in batches)
        {
            using var pinned = new PinnedBatch(batch);
            _rows.Write(pinned, new RowOrigin(_partitions, now));
            Encode(batch.Findings);
        }

        return [.. _all.SelectMany(encoder => encoder.Complete())];
    }

    /// <summary>Encodes machine-minutes that were computed anew.</summary>
    public IReadOnlyList<RowChunk> Encode(IEnumerable<ActivityWindow> windows)
    {
        _windows.Begin();
        _rows.Write(windows);
        return [.. _windows.Complete()];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var encoder in _all)
        {
            encoder.Dispose();
        }
    }

    private void Encode(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var row = _findings.BeginRow();
            FindingRows.Write(ref row, finding);
            _findings.EndRow();
        }
    }
}
