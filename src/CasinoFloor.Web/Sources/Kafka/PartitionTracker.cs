using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>A partition and the first offset that is not stored yet.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="NextOffset">What to commit: Kafka's committed offset is the next one to read.</param>
public readonly record struct StoredOffset(SourcePartition Partition, long NextOffset);

/// <summary>
/// What was emitted to the pipeline, stored by it, and committed to the broker, for each partition that is assigned.
/// Always committed &lt;= stored &lt;= emitted. Safe to use from several threads.
/// </summary>
public sealed class PartitionTracker
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Progress> _partitions = [];
    private readonly List<Waiter> _waiters = [];

    /// <summary>The partition is ours from now on.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="start">Where reading begins; null when the broker decides (its oldest record).</param>
    /// <param name="committed">What the group has committed; null for nothing.</param>
    public void Begin(SourcePartition partition, long? start, long? committed)
    {
        lock (_lock)
        {
            _partitions[partition.Index] = new Progress(partition) { Emitted = start, Stored = start, Committed = committed };
        }
    }

    /// <summary>Reading begins anew elsewhere: what was stored before no longer counts.</summary>
    public void Restart(SourcePartition partition, long start)
    {
        lock (_lock)
        {
            if (_partitions.TryGetValue(partition.Index, out var progress))
            {
                progress.Emitted = progress.Stored = start;
                Release();
            }
        }
    }

    /// <summary>All messages below <paramref name="nextOffset"/> are about to be handed to the pipeline.</summary>
    public void Emitted(SourcePartition partition, long nextOffset)
    {
        lock (_lock)
        {
            if (_partitions.TryGetValue(partition.Index, out var progress) && !(nextOffset <= progress.Emitted))
                progress.Emitted = nextOffset;
        }
    }

    /// <summary>
    /// All messages below <paramref name="nextOffset"/> are durable. Ignored for a partition that is no longer assigned and
    /// beyond what was emitted in this assignment: such a report belongs to an earlier one.
    /// </summary>
    /// <returns>Whether it counted.</returns>
    public bool Stored(SourcePartition partition, long nextOffset)
    {
        lock (_lock)
        {
            if (!_partitions.TryGetValue(partition.Index, out var progress) || !(nextOffset <= progress.Emitted))
                return false;
            if (nextOffset <= progress.Stored)
                return true;
            progress.Stored = nextOffset;
            Release();
            return true;
        }
    }

    /// <summary>The broker took a commit.</summary>
    public void Committed(SourcePartition partition, long nextOffset)
    {
        lock (_lock)
        {
            if (_partitions.TryGetValue(partition.Index, out var progress))
                progress.Committed = nextOffset;
        }
    }

    /// <summary>What the broker had of a partition when last heard; null for nothing, or when it is not ours.</summary>
    public long? LastCommitted(SourcePartition partition)
    {
        lock (_lock)
        {
            return _partitions.TryGetValue(partition.Index, out var progress) ? progress.Committed : null;
        }
    }

    /// <summary>Stored positions the broker does not know yet.</summary>
    public IReadOnlyList<StoredOffset> Uncommitted()
    {
        lock (_lock)
        {
            var uncommitted = new List<StoredOffset>();
            foreach (var progress in _partitions.Values)
            {
                if (progress.Stored is { } stored && stored != progress.Committed)
                    uncommitted.Add(new StoredOffset(progress.Partition, stored));
            }

            return uncommitted;
        }
    }

    /// <summary>Completes when everything emitted so far of these partitions is stored.</summary>
    public Task WhenStoredAsync(IReadOnlyCollection<SourcePartition> partitions)
    {
        lock (_lock)
        {
            var waiter = new Waiter([.. partitions.Select(partition => partition.Index)]);
            _waiters.Add(waiter);
            Release();
            return waiter.Completion.Task;
        }
    }

    /// <summary>How many offsets of these partitions are emitted and not stored.</summary>
    public long Outstanding(IReadOnlyCollection<SourcePartition> partitions)
    {
        lock (_lock)
        {
            return partitions.Sum(partition => _partitions.TryGetValue(partition.Index, out var progress) ? progress.Outstanding : 0);
        }
    }

    /// <summary>The partition is no longer ours: nothing of it is committed from now on.</summary>
    public void End(SourcePartition partition)
    {
        lock (_lock)
        {
            _partitions.Remove(partition.Index);
            Release();
        }
    }

    private void Release()
    {
        for (var i = _waiters.Count - 1; i >= 0; i--)
        {
            var waiter = _waiters[i];
            if (waiter.Partitions.Any(index => _partitions.TryGetValue(index, out var progress) && progress.Outstanding > 0))
                continue;
            _waiters.RemoveAt(i);
            waiter.Completion.SetResult();
        }
    }

    private sealed class Progress(SourcePartition partition)
    {
        public SourcePartition Partition { get; } = partition;

        public long? Emitted { get; set; }

        public long? Stored { get; set; }

        public long? Committed { get; set; }

        // Without a start the first offset is unknown: until the first report everything below Emitted is outstanding.
        public long Outstanding => Emitted is { } emitted ? emitted - (Stored ?? 0) : 0;
    }

    private sealed class Waiter(int[] partitions)
    {
        public int[] Partitions { get; } = partitions;

        public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
