using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>The columns with which every event table ends: where the event came from and when.</summary>
/// <param name="Partitions">Stored ids of partitions.</param>
/// <param name="IngestedTicks">When this write began, UTC ticks.</param>
internal readonly record struct RowOrigin(IPartitionIds Partitions, long IngestedTicks)
{
    /// <summary>Writes them.</summary>
    public void Write<TRow>(ref TRow row, PinnedBatch batch, int message, EventOutcome outcome)
        where TRow : IRowWriter, allows ref struct
    {
        ref readonly var raw = ref batch.Batch.Messages[message];
        row.Bool(outcome == EventOutcome.Late);
        row.Int(Partitions.IdOf(raw.Partition));
        row.Long(raw.Offset);
        row.Time(raw.EnqueuedTicks);
        row.Time(IngestedTicks);
    }

    /// <summary>Whether an event of this outcome is stored.</summary>
    public static bool IsStored(EventOutcome outcome) => outcome is EventOutcome.Accepted or EventOutcome.Late;
}
