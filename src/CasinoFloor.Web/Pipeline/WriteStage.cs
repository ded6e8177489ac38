using System.Threading.Channels;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Retries;

namespace CasinoFloor.Web.Pipeline;

/// <summary>
/// Stores batches together with the checkpoints, in groups by size or age. A failed write is tried again until it succeeds:
/// meanwhile the pool runs dry and the source waits, so nothing is lost and memory stays bounded.
/// </summary>
public sealed class WriteStage(
    IEventhouse eventhouse,
    IEventSource source,
    BatchPool pool,
    PartitionRegistry partitions,
    PipelineOptions options,
    PipelineMetrics metrics,
    TimeProvider time,
    ILogger<WriteStage> logger)
{
    private static readonly ExponentialBackoff Backoff = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(30));

    private readonly Channel<(EventBatch Batch, bool Pooled)> _queue =
        Channel.CreateUnbounded<(EventBatch, bool)>(new() { SingleReader = true, SingleWriter = true });

    private readonly CheckpointCollector _checkpoints = new(partitions);
    private readonly List<EventBatch> _group = [];
    private readonly List<EventBatch> _toReturn = [];
    private int _rows;
    private string? _problem;

    /// <summary>What keeps the Eventhouse from storing, for the status page; null while all is well.</summary>
    public string? Problem => Volatile.Read(ref _problem);

    /// <summary>Queues a batch. A pooled one goes back to the pool once it is stored.</summary>
    public void Post(EventBatch batch, bool pooled) => _queue.Writer.TryWrite((batch, pooled));

    /// <summary>No batch will follow.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    /// <summary>Stores until <see cref="Complete"/> and everything is durable, or until <paramref name="abandon"/> ends the tries.</summary>
    public async Task RunAsync(CancellationToken abandon)
    {
        while (await _queue.Reader.WaitToReadAsync(abandon))
        {
            await GatherAsync();
            await StoreAsync(abandon);
        }
    }

    private async Task GatherAsync()
    {
        var deadline = time.GetUtcNow() + options.WriteAge;
        Task<bool> more;
        do
        {
            while (!IsFull && _queue.Reader.TryRead(out var item))
            {
                Add(item.Batch, item.Pooled);
            }

            var left = deadline - time.GetUtcNow();
            if (IsFull || left <= TimeSpan.Zero)
            {
                return;
            }

            more = _queue.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
            using var expired = new CancellationTokenSource();
            var first = await Task.WhenAny(more, Task.Delay(left, time, expired.Token));
            await expired.CancelAsync();
            if (first != more)
            {
                return;
            }
        }
        while (await more);
    }

    // Half the pool is enough to write: waiting for more would only make the source wait.
    private bool IsFull => _rows >= options.WriteRows || _toReturn.Count * 2 >= pool.Capacity;

    private void Add(EventBatch batch, bool pooled)
    {
        _group.Add(batch);
        _rows += batch.MessageCount;
        if (pooled)
        {
            _toReturn.Add(batch);
        }
    }

    private async Task StoreAsync(CancellationToken abandon)
    {
        if (_group.Count == 0)
        {
            return;
        }

        var checkpoints = _checkpoints.Collect(_group);
        await WriteUntilStoredAsync(checkpoints, abandon);
        var now = time.GetUtcNow().UtcTicks;
        foreach (var checkpoint in checkpoints)
        {
            partitions.Stored(checkpoint);
            source.OnStored(checkpoint.Partition, checkpoint.NextOffset);
        }

        foreach (var batch in _toReturn)
        {
            metrics.ReceivedToStored.Record(TimeSpan.FromTicks(now - batch.ReceivedTicks), batch.MessageCount);
            pool.Return(batch);
        }

        metrics.AddStored(_rows);
        _group.Clear();
        _toReturn.Clear();
        _rows = 0;
    }

    private async Task WriteUntilStoredAsync(IReadOnlyList<Checkpoint> checkpoints, CancellationToken abandon)
    {
        for (var failures = 0; ;)
        {
            var started = time.GetTimestamp();
            try
            {
                await eventhouse.WriteAsync(_group, checkpoints, abandon);
                metrics.AddWrite();
                metrics.WriteTime.Record(time.GetElapsedTime(started));
                Volatile.Write(ref _problem, null);
                return;
            }
            catch (EventhouseException exception)
            {
                failures++;
                metrics.AddWriteFailure();
                Volatile.Write(ref _problem, exception.Message);
                var delay = Backoff.After(failures);
                PipelineLog.WriteFailed(logger, failures, delay, exception);
                await Task.Delay(delay, time, abandon);
            }
        }
    }
}
