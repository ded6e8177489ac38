namespace CasinoFloor.Engine.Events;

/// <summary>Where events come from: simulator, replay or Kafka. All of them are run through the same contract tests.</summary>
public interface IEventSource : IAsyncDisposable
{
    /// <summary>One line for the console and the status page: what is read and from where. No secrets.</summary>
    string Description { get; }

    /// <summary>What the source knows of its own progress.</summary>
    SourceStatus Status { get; }

    /// <summary>The machines of the floor, where the source knows them (the simulator does); empty otherwise.</summary>
    IReadOnlyList<MachineLocation> Machines => [];

    /// <summary>
    /// Reads until the source is exhausted (a replay) or <paramref name="cancellationToken"/> ends it. Every partition
    /// continues at <see cref="IBatchSink.NextOffset"/>.
    /// </summary>
    Task RunAsync(IBatchSink sink, CancellationToken cancellationToken);

    /// <summary>
    /// Told by the pipeline once all messages of a partition below <paramref name="nextOffset"/> are durable. Called from the
    /// writer's task: must not block.
    /// </summary>
    void OnStored(SourcePartition partition, long nextOffset);
}

/// <summary>The pipeline as a source sees it. Safe to use from several threads.</summary>
public interface IBatchSink
{
    /// <summary>Makes a partition known; the same stream, source and number give the same object.</summary>
    SourcePartition Register(EventStream stream, string source, int number);

    /// <summary>The first offset of the partition that is not stored yet, by the Eventhouse's checkpoint; null when there is none.</summary>
    long? NextOffset(SourcePartition partition);

    /// <summary>What was stored before this start, and how the floor stood then; null when nothing was.</summary>
    FloorPast? Past => null;

    /// <summary>An empty batch; waits while the pipeline is full, which is the back-pressure.</summary>
    ValueTask<EventBatch> RentAsync(EventStream stream, CancellationToken cancellationToken);

    /// <summary>An empty batch if there is room at once (for sources that must keep polling, as Kafka's).</summary>
    bool TryRent(EventStream stream, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out EventBatch? batch);

    /// <summary>Hands a filled batch over; the source must not touch it again.</summary>
    ValueTask PostAsync(EventBatch batch, CancellationToken cancellationToken);
}

/// <summary>Progress of a source; all counts since its start.</summary>
public sealed record SourceStatus
{
    /// <summary>starting, running, waiting, finished, failed.</summary>
    public required string State { get; init; }

    /// <summary>Messages read.</summary>
    public long Read { get; init; }

    /// <summary>Messages that wait at the broker or in the file; null is unknown.</summary>
    public long? Lag { get; init; }

    /// <summary>Share done, 0 to 1; null where there is no end.</summary>
    public double? Progress { get; init; }

    /// <summary>What to tell an operator: the reason of a failure, or of waiting.</summary>
    public string? Note { get; init; }
}
