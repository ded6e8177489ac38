using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;

namespace CasinoFloor.Web.Pipeline;

/// <summary>The partitions of this process and how far each has been stored. Safe to use from several threads.</summary>
public sealed class PartitionRegistry
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(EventStream Stream, string Source, int Number), SourcePartition> _byKey = [];
    private readonly Dictionary<(EventStream Stream, string Source, int Number), long> _nextOffset = [];
    private readonly List<SourcePartition> _byIndex = [];

    /// <summary>Takes over the checkpoints of the Eventhouse.</summary>
    public void Load(IEnumerable<StoredCheckpoint> checkpoints)
    {
        lock (_gate)
        {
            foreach (var checkpoint in checkpoints)
            {
                _nextOffset[(checkpoint.Stream, checkpoint.Source, checkpoint.Number)] = checkpoint.NextOffset;
            }
        }
    }

    /// <summary>Makes a partition known; the same key gives the same object.</summary>
    public SourcePartition Register(EventStream stream, string source, int number)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue((stream, source, number), out var partition))
            {
                partition = new SourcePartition(stream, source, number, _byIndex.Count);
                _byKey.Add((stream, source, number), partition);
                _byIndex.Add(partition);
            }

            return partition;
        }
    }

    /// <summary>The partition of an index that <see cref="Register"/> gave.</summary>
    public SourcePartition this[int index]
    {
        get
        {
            lock (_gate)
            {
                return _byIndex[index];
            }
        }
    }

    /// <summary>The first offset not stored yet; null when nothing of the partition was ever stored.</summary>
    public long? NextOffset(SourcePartition partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        lock (_gate)
        {
            return _nextOffset.TryGetValue(Key(partition), out var next) ? next : null;
        }
    }

    /// <summary>Notes that rows up to a checkpoint are durable.</summary>
    public void Stored(Checkpoint checkpoint)
    {
        lock (_gate)
        {
            _nextOffset[Key(checkpoint.Partition)] = checkpoint.NextOffset;
        }
    }

    private static (EventStream Stream, string Source, int Number) Key(SourcePartition partition) =>
        (partition.Stream, partition.Source, partition.Number);
}
