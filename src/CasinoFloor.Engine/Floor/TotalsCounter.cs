using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Floor;

/// <summary>Counts what the engine was given and what became of it.</summary>
internal sealed class TotalsCounter
{
    private readonly StreamCounter[] _streams = [.. EventStreams.All.ToArray().Select(_ => new StreamCounter())];

    /// <summary>Events of machines beyond the limit, over all streams.</summary>
    public long Untracked { get; set; }

    /// <summary>A stream's counts.</summary>
    public StreamCounter this[EventStream stream] => _streams[(int)stream];

    /// <summary>Counts a batch's messages and refusals.</summary>
    public void AddBatch(EventBatch batch)
    {
        var counter = this[batch.Stream];
        counter.Received += batch.MessageCount;
        foreach (ref readonly var rejection in batch.Rejections.Items)
        {
            counter.Rejected[(int)rejection.Reason]++;
        }
    }

    /// <summary>The counts at this moment.</summary>
    public EngineTotals Snapshot(long windows, long corrections) => new()
    {
        Streams = [.. _streams.Select((counter, stream) => counter.Snapshot((EventStream)stream))],
        Windows = windows,
        Corrections = corrections,
    };
}

/// <summary>Counts of one stream.</summary>
internal sealed class StreamCounter
{
    /// <summary>Messages taken in.</summary>
    public long Received { get; set; }

    /// <summary>By reason.</summary>
    public long[] Rejected { get; } = new long[RejectionReasons.Count];

    /// <summary>Valid events counted once.</summary>
    public long Accepted { get; private set; }

    /// <summary>Seen before.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Accepted after their window had closed.</summary>
    public long Late { get; private set; }

    /// <summary>In money units.</summary>
    public long CoinIn { get; set; }

    /// <summary>In money units.</summary>
    public long CoinOut { get; set; }

    /// <summary>Payouts at or over the large-win threshold.</summary>
    public long LargeWins { get; set; }

    /// <summary>Counts a verdict.</summary>
    public void Add(EventOutcome outcome)
    {
        if (outcome == EventOutcome.Duplicate)
        {
            Duplicates++;
            return;
        }

        Accepted++;
        Late += outcome == EventOutcome.Late ? 1 : 0;
    }

    /// <summary>The counts at this moment.</summary>
    public StreamTotals Snapshot(EventStream stream) => new()
    {
        Stream = stream,
        Received = Received,
        Accepted = Accepted,
        Rejected = [.. Rejected],
        Duplicates = Duplicates,
        Late = Late,
        CoinIn = new Money(CoinIn),
        CoinOut = new Money(CoinOut),
        LargeWins = LargeWins,
    };
}
