using CasinoFloor.Engine.Events;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Commits what is stored, every interval and at the end of a partition. A commit waits for the broker's answer, so it runs
/// beside the consume thread; there is never more than one, so that an older one cannot overtake a newer one.
/// </summary>
internal sealed class OffsetCommitter(KafkaRuntime runtime, IConsumer<Ignore, int> consumer)
{
    private Task _inFlight = Task.CompletedTask;
    private long _last = runtime.Time.GetTimestamp();

    /// <summary>Begins a commit if one is due.</summary>
    public void Turn()
    {
        if (!_inFlight.IsCompleted || runtime.Time.GetElapsedTime(_last) < runtime.Settings.Options.CommitInterval)
            return;
        _last = runtime.Time.GetTimestamp();
        Begin(runtime.Tracker.Uncommitted());
    }

    /// <summary>Commits what is stored of partitions that are about to go, and waits for the broker's answer.</summary>
    /// <returns>Whether the broker has it all.</returns>
    public bool Finish(IReadOnlySet<SourcePartition> partitions, TimeSpan timeout)
    {
        if (!Wait(timeout))
            return false;
        Begin([.. runtime.Tracker.Uncommitted().Where(stored => partitions.Contains(stored.Partition))]);
        return Wait(timeout) && !runtime.Tracker.Uncommitted().Any(stored => partitions.Contains(stored.Partition));
    }

    /// <summary>Waits until no commit is under way: the client must not be taken away beneath one.</summary>
    /// <returns>Whether it ended in time.</returns>
    public bool Wait(TimeSpan timeout) =>
        Task.WhenAny(_inFlight, Task.Delay(timeout, runtime.Time)).GetAwaiter().GetResult() == _inFlight;

    private void Begin(IReadOnlyList<StoredOffset> stored)
    {
        if (stored.Count > 0)
            _inFlight = Task.Run(() => Commit(stored));
    }

    private void Commit(IReadOnlyList<StoredOffset> stored)
    {
        var offsets = stored.Select(one => new TopicPartitionOffset(SourceNames.TopicOf(one.Partition), one.Partition.Number, one.NextOffset));
        try
        {
            consumer.Commit(offsets);
            foreach (var one in stored)
                runtime.Tracker.Committed(one.Partition, one.NextOffset);
            runtime.Counters.AddCommit();
        }
        catch (KafkaException refused)
        {
            runtime.Counters.AddCommitFailure();
            KafkaLog.CommitFailed(runtime.Logger, stored.Count, runtime.Redact(refused.Error.Reason));
        }
    }
}
