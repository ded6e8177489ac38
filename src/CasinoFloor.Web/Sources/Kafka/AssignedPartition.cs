using CasinoFloor.Engine.Events;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>A partition this member reads; used on the consume thread only.</summary>
internal sealed class AssignedPartition(TopicPartition topicPartition, SourcePartition source, long? position)
{
    /// <summary>As Kafka names it.</summary>
    public TopicPartition TopicPartition { get; } = topicPartition;

    /// <summary>As the pipeline names it.</summary>
    public SourcePartition Source { get; } = source;

    /// <summary>The next offset to read; null before the first message of a partition without a start.</summary>
    public long? Position { get; set; } = position;

    /// <summary>When it was paused, as the clock's timestamp; null while it is read.</summary>
    public long? PausedAt { get; set; }
}

/// <summary>The partitions assigned to this member.</summary>
internal sealed class Assignment
{
    private readonly Dictionary<TopicPartition, AssignedPartition> _partitions = [];

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<AssignedPartition> All => _partitions.Values;

    /// <summary>Adds or replaces one.</summary>
    public void Set(AssignedPartition partition) => _partitions[partition.TopicPartition] = partition;

    /// <summary>One of them; null when it is not ours.</summary>
    public AssignedPartition? Find(TopicPartition partition) => _partitions.GetValueOrDefault(partition);

    /// <summary>Takes partitions out and gives those that were in.</summary>
    public IReadOnlyList<AssignedPartition> Remove(IEnumerable<TopicPartition> partitions)
    {
        var removed = new List<AssignedPartition>();
        foreach (var partition in partitions)
        {
            if (_partitions.Remove(partition, out var assigned))
                removed.Add(assigned);
        }

        return removed;
    }

    /// <summary>Those of a stream.</summary>
    public IEnumerable<AssignedPartition> Of(EventStream stream) => _partitions.Values.Where(partition => partition.Source.Stream == stream);
}
