namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>What the Kafka source counted since its start. Read from any thread.</summary>
public sealed class KafkaCounters
{
    private long _read;
    private long _posted;
    private long _lostToRetention;
    private long _partitionsLost;
    private long _discarded;
    private long _stale;
    private long _commits;
    private long _commitFailures;
    private long _restarts;

    /// <summary>Messages read; always posted + discarded + those being gathered.</summary>
    public long Read => Volatile.Read(ref _read);

    /// <summary>Messages handed to the pipeline.</summary>
    public long Posted => Volatile.Read(ref _posted);

    /// <summary>Records the broker deleted, by age or size, before they were read.</summary>
    public long LostToRetention => Volatile.Read(ref _lostToRetention);

    /// <summary>Partitions taken away without warning (the group thought this member dead).</summary>
    public long PartitionsLost => Volatile.Read(ref _partitionsLost);

    /// <summary>Messages read, not posted and not committed, because their partition went to another member, which reads them.</summary>
    public long Discarded => Volatile.Read(ref _discarded);

    /// <summary>Messages delivered again by the client, or of a partition that is not ours; not counted as read.</summary>
    public long Stale => Volatile.Read(ref _stale);

    /// <summary>Commits the broker took.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>Commits that failed; they are tried again.</summary>
    public long CommitFailures => Volatile.Read(ref _commitFailures);

    /// <summary>How often the client had to be made anew after a fatal error.</summary>
    public long Restarts => Volatile.Read(ref _restarts);

    // The consume thread and the committer write; a plain add by one writer each would do, but costs as much to explain.
    internal void AddRead() => Interlocked.Increment(ref _read);

    internal void AddPosted(long messages) => Interlocked.Add(ref _posted, messages);

    internal void AddLostToRetention(long records) => Interlocked.Add(ref _lostToRetention, records);

    internal void AddPartitionsLost(long partitions) => Interlocked.Add(ref _partitionsLost, partitions);

    internal void AddDiscarded(long messages) => Interlocked.Add(ref _discarded, messages);

    internal void AddStale() => Interlocked.Increment(ref _stale);

    internal void AddCommit() => Interlocked.Increment(ref _commits);

    internal void AddCommitFailure() => Interlocked.Increment(ref _commitFailures);

    internal void AddRestart() => Interlocked.Increment(ref _restarts);
}
