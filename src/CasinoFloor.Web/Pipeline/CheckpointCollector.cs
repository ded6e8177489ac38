using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;

namespace CasinoFloor.Web.Pipeline;

/// <summary>Works out how far each partition gets when a group of batches is stored.</summary>
public sealed class CheckpointCollector(PartitionRegistry partitions)
{
    private readonly Dictionary<int, long> _next = [];
    private readonly List<Checkpoint> _checkpoints = [];

    /// <summary>The checkpoints of the batches: for each partition the offset after its last message. Valid until the next call.</summary>
    public IReadOnlyList<Checkpoint> Collect(IReadOnlyList<EventBatch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        _next.Clear();
        _checkpoints.Clear();
        foreach (var batch in batches)
        {
            Collect(batch.Messages);
        }

        foreach (var (partition, next) in _next)
        {
            _checkpoints.Add(new Checkpoint(partitions[partition], next));
        }

        return _checkpoints;
    }

    private void Collect(ReadOnlySpan<RawMessage> messages)
    {
        // Offsets of a partition rise, and messages of one partition come in runs: only the last of a run counts.
        for (var i = 0; i < messages.Length; i++)
        {
            ref readonly var message = ref messages[i];
            if (i + 1 == messages.Length || messages[i + 1].Partition != message.Partition)
            {
                _next[message.Partition] = message.Offset + 1;
            }
        }
    }
}
