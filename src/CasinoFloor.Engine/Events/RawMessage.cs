namespace CasinoFloor.Engine.Events;

/// <summary>One message as a source received it: where its bytes lie in the batch and where it stood in its partition.</summary>
/// <param name="Start">Offset of the first byte in <see cref="EventBatch.Buffer"/>.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Partition">Index of its <see cref="SourcePartition"/>.</param>
/// <param name="Offset">Position in the partition, from 0, strictly rising: a Kafka offset or a record number of a file.</param>
/// <param name="EnqueuedTicks">When the broker took it, as UTC ticks; when the source read it, where there is no broker.</param>
public readonly record struct RawMessage(int Start, int Length, int Partition, long Offset, long EnqueuedTicks);
