using System.Globalization;
using CasinoFloor.Engine.Events;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// What happens when partitions come and go. The client calls it on the consume thread, from within Consume and Close.
/// A partition leaves only after everything read from it is stored and committed, so that its next reader neither misses
/// nor repeats a message.
/// </summary>
internal sealed class RebalanceHandler(KafkaRuntime runtime, Assignment assignment, BatchPoster poster)
{
    private static readonly TimeSpan BrokerTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long a commit before partitions leave may take, after everything is stored.</summary>
    public static readonly TimeSpan CommitTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Set once the source stops: revocations then wait no longer than a stop may take.</summary>
    public bool Stopping { get; set; }

    /// <summary>Commits before partitions leave.</summary>
    public required Func<OffsetCommitter> Committer { get; init; }

    /// <summary>Partitions were given to us.</summary>
    /// <returns>Where to read each from.</returns>
    /// <exception cref="KafkaException">The group's positions cannot be had; the client is then made anew.</exception>
    public IReadOnlyList<TopicPartitionOffset> Assigned(IConsumer<Ignore, int> consumer, IReadOnlyList<TopicPartition> partitions)
    {
        var starts = new List<TopicPartitionOffset>(partitions.Count);
        if (partitions.Count == 0)
            return starts;
        foreach (var committed in consumer.Committed(partitions, BrokerTimeout))
        {
            var topicPartition = committed.TopicPartition;
            var stream = runtime.Settings.Topics.StreamOf(topicPartition.Topic);
            var source = runtime.Sink.Register(stream, SourceNames.Of(topicPartition.Topic), topicPartition.Partition.Value);
            long? groups = committed.Offset.IsSpecial ? null : committed.Offset.Value;
            var start = StartPosition.Choose(runtime.Sink.NextOffset(source), groups) ?? Fresh(consumer, topicPartition);
            runtime.Tracker.Begin(source, start, groups);
            assignment.Set(new AssignedPartition(topicPartition, source, start));
            runtime.Condition.Topic(topicPartition.Topic, null);
            starts.Add(new TopicPartitionOffset(topicPartition, start is { } offset ? new Offset(offset) : Offset.Beginning));
            KafkaLog.Assigned(runtime.Logger, source.ToString(), start?.ToString(CultureInfo.InvariantCulture) ?? "its oldest record");
        }

        runtime.Condition.Connected();
        runtime.Condition.Joined(assignment.All.Count);
        return starts;
    }

    /// <summary>Partitions go to another member, or the source stops.</summary>
    public void Revoked(IConsumer<Ignore, int> consumer, IReadOnlyList<TopicPartition> partitions)
    {
        var leaving = partitions.Select(assignment.Find).OfType<AssignedPartition>().ToList();
        var sources = leaving.Select(partition => partition.Source).ToHashSet();
        var timeout = Stopping ? runtime.Settings.Options.StopTimeout : runtime.Settings.Options.RevokeTimeout;
        var stored = leaving.Count == 0 || TryStore(leaving, sources, timeout);

        // A client that is closing no longer answers questions, only commits.
        var taken = Stopping ? [] : Committer().TakenOver(sources, CommitTimeout).ToHashSet();
        Drop(consumer, leaving.FindAll(partition => taken.Contains(partition.Source)));
        leaving.RemoveAll(partition => taken.Contains(partition.Source));
        sources.ExceptWith(taken);
        var committed = Committer().Finish(sources, CommitTimeout);
        var outstanding = runtime.Tracker.Outstanding(sources);
        var discarded = Leave(consumer, leaving);
        if (leaving.Count > 0 && stored && committed)
            KafkaLog.Revoked(runtime.Logger, leaving.Count);
        else if (leaving.Count > 0)
            KafkaLog.RevokedUnstored(runtime.Logger, leaving.Count, outstanding + discarded, timeout);
        runtime.Condition.Joined(assignment.All.Count);
    }

    /// <summary>Partitions were taken without warning: they have another reader already, so nothing may be committed for them.</summary>
    public void Lost(IConsumer<Ignore, int> consumer, IReadOnlyList<TopicPartition> partitions)
    {
        Drop(consumer, [.. partitions.Select(assignment.Find).OfType<AssignedPartition>()]);
        runtime.Condition.Joined(assignment.All.Count);
    }

    private void Drop(IConsumer<Ignore, int> consumer, List<AssignedPartition> lost)
    {
        if (lost.Count == 0)
            return;
        var discarded = Leave(consumer, lost);
        runtime.Counters.AddPartitionsLost(lost.Count);
        KafkaLog.Lost(runtime.Logger, lost.Count, discarded);
    }

    private bool TryStore(List<AssignedPartition> leaving, HashSet<SourcePartition> sources, TimeSpan timeout)
    {
        using var deadline = new CancellationTokenSource(timeout, runtime.Time);
        try
        {
            foreach (var stream in leaving.Select(partition => partition.Source.Stream).Distinct())
                poster.Post(stream, deadline.Token);
            runtime.Tracker.WhenStoredAsync(sources).WaitAsync(deadline.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return false;
        }
    }

    private int Leave(IConsumer<Ignore, int> consumer, List<AssignedPartition> leaving)
    {
        // The client would remember the pause should the partition come back.
        var paused = leaving.Where(partition => partition.PausedAt is not null).Select(partition => partition.TopicPartition).ToList();
        if (paused.Count > 0)
            consumer.Resume(paused);
        assignment.Remove(leaving.Select(partition => partition.TopicPartition));
        foreach (var partition in leaving)
            runtime.Tracker.End(partition.Source);
        return poster.Discard(leaving);
    }

    // "Latest" is pinned to an offset at once: a later reader of the partition must continue there, not at its own "latest".
    private long? Fresh(IConsumer<Ignore, int> consumer, TopicPartition partition) =>
        runtime.Settings.Options.AutoOffsetReset == KafkaOffsetReset.Latest
            ? consumer.QueryWatermarkOffsets(partition, BrokerTimeout).High.Value
            : null;
}
