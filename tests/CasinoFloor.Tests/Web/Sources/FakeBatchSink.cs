using System.Diagnostics.CodeAnalysis;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Tests.Web.Sources;

/// <summary>A message as a sink got it.</summary>
public sealed record SunkMessage(SourcePartition Partition, long Offset, byte[] Body, long TimeShift, string? Dialect)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>
/// The pipeline as a source sees it, for tests: keeps every message, checks the order of offsets, and can be full.
/// </summary>
/// <param name="capacity">How many batches may be under way.</param>
/// <param name="hold">Whether posted batches stay under way until <see cref="Release"/>.</param>
public sealed class FakeBatchSink(int capacity = int.MaxValue, bool hold = false) : IBatchSink
{
    private readonly Lock _gate = new();
    private readonly List<SunkMessage> _messages = [];
    private readonly List<SourcePartition> _partitions = [];
    private readonly Dictionary<SourcePartition, long> _lastOffsets = [];
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _free = capacity;
    private int _posted;
    private int _refused;

    /// <summary>Checkpoints by source, partition number and stream.</summary>
    public Dictionary<(EventStream Stream, string Source, int Number), long> Checkpoints { get; } = [];

    public FloorPast? Past { get; init; }

    /// <summary>Batches posted.</summary>
    public int Posted => Volatile.Read(ref _posted);

    /// <summary>Batches given back.</summary>
    public int Released { get; private set; }

    /// <summary>Requests for a batch that found none.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>The largest batch posted, in messages.</summary>
    public int LargestBatch { get; private set; }

    /// <summary>What was posted so far.</summary>
    public IReadOnlyList<SunkMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Messages posted so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _messages.Count;
            }
        }
    }

    public IReadOnlyList<SourcePartition> Partitions
    {
        get
        {
            lock (_gate)
            {
                return [.. _partitions];
            }
        }
    }

    public SourcePartition Register(EventStream stream, string source, int number)
    {
        lock (_gate)
        {
            var known = _partitions.Find(partition => (partition.Stream, partition.Source, partition.Number) == (stream, source, number));
            if (known is null)
            {
                _partitions.Add(known = new SourcePartition(stream, source, number, _partitions.Count));
            }

            return known;
        }
    }

    public long? NextOffset(SourcePartition partition) =>
        Checkpoints.TryGetValue((partition.Stream, partition.Source, partition.Number), out var offset) ? offset : null;

    public bool TryRent(EventStream stream, [NotNullWhen(true)] out EventBatch? batch)
    {
        batch = null;
        lock (_gate)
        {
            if (_free == 0)
            {
                _refused++;
                return false;
            }

            _free--;
        }

        batch = new EventBatch();
        batch.Reset(stream);
        return true;
    }

    public async ValueTask<EventBatch> RentAsync(EventStream stream, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EventBatch? batch;
        while (!TryRent(stream, out batch))
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_gate)
            {
                _waiting.Enqueue(turn);
            }

            await turn.Task.WaitAsync(cancellationToken);
        }

        return batch;
    }

    public ValueTask PostAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var message in batch.Messages)
            {
                var partition = _partitions[message.Partition];
                if (partition.Stream != batch.Stream)
                {
                    throw new InvalidOperationException($"A message of {partition} is in a batch of {batch.Stream}.");
                }

                if (_lastOffsets.TryGetValue(partition, out var last) && message.Offset <= last)
                {
                    throw new InvalidOperationException($"Offset {message.Offset} of {partition} comes after {last}.");
                }

                _lastOffsets[partition] = message.Offset;
                _messages.Add(new SunkMessage(partition, message.Offset, batch.Body(message).ToArray(), batch.TimeShift, batch.Dialect));
            }

            LargestBatch = Math.Max(LargestBatch, batch.MessageCount);
            _posted++;
        }

        if (!hold)
        {
            Release();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Gives batches back.</summary>
    public void Release(int count = 1)
    {
        List<TaskCompletionSource> turns = [];
        lock (_gate)
        {
            _free += count;
            Released += count;
            while (turns.Count < count && _waiting.TryDequeue(out var turn))
            {
                turns.Add(turn);
            }
        }

        turns.ForEach(turn => turn.TrySetResult());
    }
}
