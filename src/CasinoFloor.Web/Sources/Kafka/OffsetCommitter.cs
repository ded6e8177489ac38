using CasinoFloor.Engine.Events;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Commits what is stored, every interval and at the end of a partition. A commit waits for the broker's answer, so it runs
/// beside the consume thread; there is never more than one, so that an older one cannot overtake a newer one.
/// </summary>
internal sealed class OffsetCommitter(KafkaRuntime runtime, IConsumer<Ignore, int> consumer)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(50);

    private Task<ErrorCode> _inFlight = Task.FromResult(ErrorCode.NoError);
    private long _last = runtime.Time.GetTimestamp();

    /// <summary>Begins a commit if one is due.</summary>
    public void Turn()
    {
        if (!_inFlight.IsCompleted || runtime.Time.GetElapsedTime(_last) < runtime.Settings.Options.CommitInterval)
            return;
        _last = runtime.Time.GetTimestamp();
        Begin(runtime.Tracker.Uncommitted());
    }

    /// <summary>
    /// Commits what is stored of partitions that are about to go, and waits for the broker's answer. Other members may still be
    /// on their way through the same rebalance, during which the broker takes no commit: it is tried again until the time is up.
    /// </summary>
    /// <returns>Whether the broker has it all.</returns>
    public bool Finish(IReadOnlySet<SourcePartition> partitions, TimeSpan timeout)
    {
        using var deadline = new CancellationTokenSource(timeout, runtime.Time);
        while (Wait(deadline.Token) && !deadline.IsCancellationRequested)
        {
            List<StoredOffset> pending = [.. runtime.Tracker.Uncommitted().Where(stored => partitions.Contains(stored.Partition))];
            if (pending.Count == 0)
                return true;
            Begin(pending);
            if (!Wait(deadline.Token) || !CanRetry(_inFlight.Result))
                break;
            Task.Delay(RetryDelay, runtime.Time).GetAwaiter().GetResult();
        }

        return false;
    }

    /// <summary>
    /// Those of the partitions that another member has committed since: it reads them, the group having thought this member
    /// dead, and a commit of ours would set it back. The client does not always report that as a loss.
    /// </summary>
    public IReadOnlyList<SourcePartition> TakenOver(IReadOnlySet<SourcePartition> partitions, TimeSpan timeout)
    {
        var pending = runtime.Tracker.Uncommitted().Where(stored => partitions.Contains(stored.Partition)).ToDictionary(Name);
        using var deadline = new CancellationTokenSource(timeout, runtime.Time);
        if (pending.Count == 0 || !Wait(deadline.Token))
            return [];
        try
        {
            return [.. from committed in consumer.Committed(pending.Keys, timeout)
                       let ours = pending[committed.TopicPartition]
                       where !committed.Offset.IsSpecial && committed.Offset.Value > ours.NextOffset && committed.Offset.Value != runtime.Tracker.LastCommitted(ours.Partition)
                       select ours.Partition];
        }
        catch (KafkaException refused)
        {
            // Then the commit itself is refused as well, or the broker is back by then and judges it.
            var reason = runtime.Redact(refused.Error.Reason);
            KafkaLog.CommitFailed(runtime.Logger, LogLevel.Warning, pending.Count, reason);
            return [];
        }
    }

    /// <summary>Completes when no commit is under way: the client must not be taken away beneath one.</summary>
    public Task Idle => _inFlight;

    private bool Wait(CancellationToken deadline)
    {
        ((Task)_inFlight).WaitAsync(deadline).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        return _inFlight.IsCompleted;
    }

    // Refused as a member (another generation, unknown, fenced): the partition has another reader, and must not be committed.
    private static bool CanRetry(ErrorCode code) =>
        code is not (ErrorCode.IllegalGeneration or ErrorCode.UnknownMemberId or ErrorCode.FencedInstanceId or ErrorCode.GroupAuthorizationFailed);

    private static TopicPartition Name(StoredOffset stored) => new(SourceNames.TopicOf(stored.Partition), stored.Partition.Number);

    private void Begin(IReadOnlyList<StoredOffset> stored)
    {
        if (stored.Count > 0)
            _inFlight = Task.Run(() => Commit(stored));
    }

    private ErrorCode Commit(IReadOnlyList<StoredOffset> stored)
    {
        try
        {
            consumer.Commit(stored.Select(one => new TopicPartitionOffset(Name(one), one.NextOffset)));
            foreach (var one in stored)
                runtime.Tracker.Committed(one.Partition, one.NextOffset);
            runtime.Counters.AddCommit();
            return ErrorCode.NoError;
        }
        catch (KafkaException refused)
        {
            var code = refused.Error.Code;
            runtime.Counters.AddCommitFailure();
            var level = code is ErrorCode.RebalanceInProgress or ErrorCode.IllegalGeneration ? LogLevel.Debug : LogLevel.Warning;
            var reason = runtime.Redact(refused.Error.Reason);
            KafkaLog.CommitFailed(runtime.Logger, level, stored.Count, reason);
            return code;
        }
    }
}
