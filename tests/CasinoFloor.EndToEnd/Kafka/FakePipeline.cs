using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Threading.Channels;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>One record as it was stored.</summary>
public readonly record struct StoredRecord(string Source, int Partition, long Offset, string Body, long EnqueuedTicks);

/// <summary>A pipeline that stores into memory, with an Eventhouse of its own; storing can be held up, and room is bounded.</summary>
public sealed class FakePipeline : IBatchSink, IAsyncDisposable
{
    private readonly ConcurrentDictionary<(EventStream, string, int), SourcePartition> _partitions = [];
    private readonly ConcurrentDictionary<SourcePartition, long> _checkpoints = [];
    private readonly ConcurrentQueue<StoredRecord> _stored = [];
    private readonly Channel<EventBatch>[] _posted = [.. Enumerable.Range(0, EventStreams.Count).Select(_ => Channel.CreateUnbounded<EventBatch>())];
    private readonly TaskCompletionSource[] _gates = [.. Enumerable.Range(0, EventStreams.Count).Select(_ => Completed())];
    private readonly SemaphoreSlim _room;
    private readonly Task _storing;
    private long _postedMessages;

    public FakePipeline(int room = 16)
    {
        _room = new SemaphoreSlim(room);
        _storing = Task.WhenAll(EventStreams.All.ToArray().Select(stream => Task.Run(() => StoreAsync((int)stream))));
    }

    /// <summary>Told what is stored.</summary>
    public IEventSource? Source { get; set; }

    /// <summary>Everything stored, in order.</summary>
    public IReadOnlyCollection<StoredRecord> Stored => _stored;

    /// <summary>How many messages were posted, stored or not.</summary>
    public long Posted => Volatile.Read(ref _postedMessages);

    /// <summary>How many times a source found no room.</summary>
    public int Refusals { get; private set; }

    /// <summary>The Eventhouse's checkpoints, by <c>SOURCE/NUMBER</c>.</summary>
    public IReadOnlyDictionary<string, long> Checkpoints => _checkpoints.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value);

    /// <summary>Holds up the storing of a stream.</summary>
    public void Hold(EventStream stream = EventStream.Slot) =>
        _gates[(int)stream] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets storing go on.</summary>
    public void Release() => Array.ForEach(_gates, gate => gate.TrySetResult());

    /// <summary>Gives the Eventhouse a checkpoint, as if stored before.</summary>
    public void SetCheckpoint(EventStream stream, string source, int number, long nextOffset) =>
        _checkpoints[Register(stream, source, number)] = nextOffset;

    /// <inheritdoc />
    public SourcePartition Register(EventStream stream, string source, int number) =>
        _partitions.GetOrAdd((stream, source, number), key => new SourcePartition(key.Item1, key.Item2, key.Item3, _partitions.Count));

    /// <inheritdoc />
    public long? NextOffset(SourcePartition partition) => _checkpoints.TryGetValue(partition, out var next) ? next : null;

    /// <inheritdoc />
    public async ValueTask<EventBatch> RentAsync(EventStream stream, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        return Empty(stream);
    }

    /// <inheritdoc />
    public bool TryRent(EventStream stream, [NotNullWhen(true)] out EventBatch? batch)
    {
        var hasRoom = _room.Wait(0, CancellationToken.None);
        Refusals += hasRoom ? 0 : 1;
        batch = hasRoom ? Empty(stream) : null;
        return hasRoom;
    }

    /// <inheritdoc />
    public ValueTask PostAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _postedMessages, batch.MessageCount);
        return _posted[(int)batch.Stream].Writer.WriteAsync(batch, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Release();
        Array.ForEach(_posted, posted => posted.Writer.TryComplete());
        await _storing;
        _room.Dispose();
    }

    private async Task StoreAsync(int stream)
    {
        await foreach (var batch in _posted[stream].Reader.ReadAllAsync())
        {
            await _gates[stream].Task;
            Store(batch);
            _room.Release();
        }
    }

    private void Store(EventBatch batch)
    {
        var partitions = _partitions.Values.ToDictionary(partition => partition.Index);
        var touched = new Dictionary<SourcePartition, long>();
        foreach (var message in batch.Messages)
        {
            var partition = partitions[message.Partition];
            _stored.Enqueue(new StoredRecord(
                partition.Source, partition.Number, message.Offset, Encoding.UTF8.GetString(batch.Body(message)), message.EnqueuedTicks));
            touched[partition] = message.Offset + 1;
        }

        foreach (var (partition, next) in touched)
        {
            _checkpoints[partition] = next;
            Source?.OnStored(partition, next);
        }
    }

    private static EventBatch Empty(EventStream stream)
    {
        var batch = new EventBatch();
        batch.Reset(stream);
        return batch;
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
