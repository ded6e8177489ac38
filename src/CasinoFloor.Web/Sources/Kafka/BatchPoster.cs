using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Gathers messages by stream and hands them to the pipeline; used on the consume thread only.</summary>
internal sealed class BatchPoster
{
    private readonly KafkaRuntime _runtime;
    private readonly Assignment _assignment;
    private readonly MessageCollector[] _collectors = new MessageCollector[EventStreams.Count];

    public BatchPoster(KafkaRuntime runtime, Assignment assignment)
    {
        _runtime = runtime;
        _assignment = assignment;
        foreach (var stream in EventStreams.All)
            _collectors[(int)stream] = new MessageCollector(stream, runtime.Time);
    }

    /// <summary>The messages of a stream not posted yet.</summary>
    public MessageCollector Of(EventStream stream) => _collectors[(int)stream];

    /// <summary>Whether any message is not posted yet.</summary>
    public bool IsGathering => Array.Exists(_collectors, collector => collector.Count > 0);

    /// <summary>Posts what a stream has gathered if the pipeline has room at once.</summary>
    public bool TryPost(EventStream stream, CancellationToken cancellationToken)
    {
        if (Of(stream).Count == 0)
            return true;
        if (!_runtime.Sink.TryRent(stream, out var batch))
            return false;
        Post(stream, batch, cancellationToken);
        return true;
    }

    /// <summary>Posts what a stream has gathered, waiting for room.</summary>
    /// <exception cref="OperationCanceledException">There was no room in time.</exception>
    public void Post(EventStream stream, CancellationToken cancellationToken)
    {
        if (Of(stream).Count > 0)
            Post(stream, _runtime.Sink.RentAsync(stream, cancellationToken).AsTask().GetAwaiter().GetResult(), cancellationToken);
    }

    /// <summary>Drops what was gathered of partitions that are no longer ours: their next reader reads it.</summary>
    public int Discard(IReadOnlyList<AssignedPartition> partitions)
    {
        var indexes = partitions.Select(partition => partition.Source.Index).ToHashSet();
        var discarded = _collectors.Sum(collector => collector.Discard(indexes));
        _runtime.Counters.AddDiscarded(discarded);
        return discarded;
    }

    private void Post(EventStream stream, EventBatch batch, CancellationToken cancellationToken)
    {
        // Before the batch leaves: the pipeline may report it stored before PostAsync returns.
        foreach (var partition in _assignment.Of(stream))
        {
            if (partition.Position is { } position)
                _runtime.Tracker.Emitted(partition.Source, position);
        }

        var collector = Of(stream);
        _runtime.Counters.AddPosted(collector.Count);
        collector.MoveTo(batch);
        _runtime.Sink.PostAsync(batch, cancellationToken).AsTask().GetAwaiter().GetResult();
    }
}
