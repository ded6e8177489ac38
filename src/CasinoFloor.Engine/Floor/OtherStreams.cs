using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Floor;

/// <summary>Takes table, security and cash events in: each counts once. They have no windows, so none of them is late.</summary>
internal sealed class OtherStreams(DeduplicationWindow deduplication, TotalsCounter totals)
{
    /// <summary>Judges and counts the batch's events of these streams.</summary>
    public void Apply(EventBatch batch)
    {
        foreach (ref var e in batch.Tables.Items)
        {
            e.Outcome = Judge(EventStream.Table, e.Identity, batch.Recovery);
        }

        foreach (ref var e in batch.Securities.Items)
        {
            e.Outcome = Judge(EventStream.Security, e.Identity, batch.Recovery);
        }

        foreach (ref var e in batch.Cashes.Items)
        {
            e.Outcome = Judge(EventStream.Cash, e.Identity, batch.Recovery);
        }
    }

    private EventOutcome Judge(EventStream stream, UInt128 identity, bool recovery)
    {
        var outcome = deduplication.TryAdd(stream, identity) ? EventOutcome.Accepted : EventOutcome.Duplicate;
        if (!recovery)
        {
            totals[stream].Add(outcome);
        }

        return outcome;
    }
}
