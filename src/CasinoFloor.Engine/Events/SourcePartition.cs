namespace CasinoFloor.Engine.Events;

/// <summary>
/// One ordered sequence of messages: a partition of a Kafka topic, one replayed file, or one generator of the simulator.
/// Positions count within it and its events keep their order all the way through the pipeline.
/// </summary>
/// <param name="Stream">Which kind of event it carries.</param>
/// <param name="Source">
/// Where it comes from, stable across restarts, because checkpoints are kept under it:
/// <c>kafka:TOPIC</c>, <c>file:NAME#FINGERPRINT</c>, <c>simulator:BOOT</c>.
/// </param>
/// <param name="Number">The partition's number within the source, from 0.</param>
/// <param name="Index">A dense index given by the pipeline at registration; valid for the life of the process only.</param>
public sealed record SourcePartition(EventStream Stream, string Source, int Number, int Index)
{
    /// <inheritdoc />
    public override string ToString() => $"{Source}/{Number}";
}
