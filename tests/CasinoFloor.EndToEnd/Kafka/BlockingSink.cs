using System.Diagnostics.CodeAnalysis;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>A pipeline that breaks its contract: it takes the first batch, does not come back until it is released, and stores it only then.</summary>
public sealed class BlockingSink : IBatchSink, IDisposable
{
    private readonly Dictionary<int, SourcePartition> _partitions = [];
    private readonly ManualResetEventSlim _released = new();

    /// <summary>Told what is stored.</summary>
    public IEventSource? Source { get; set; }

    /// <summary>Whether it holds a source up.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Lets the source go on.</summary>
    public void Release() => _released.Set();

    /// <inheritdoc />
    public SourcePartition Register(EventStream stream, string source, int number) => _partitions[number] = new(stream, source, number, number);

    /// <inheritdoc />
    public long? NextOffset(SourcePartition partition) => null;

    /// <inheritdoc />
    public ValueTask<EventBatch> RentAsync(EventStream stream, CancellationToken cancellationToken) => ValueTask.FromResult(new EventBatch());

    /// <inheritdoc />
    public bool TryRent(EventStream stream, [NotNullWhen(true)] out EventBatch? batch)
    {
        batch = new EventBatch();
        batch.Reset(stream);
        return true;
    }

    /// <inheritdoc />
    public ValueTask PostAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        IsBlocked = true;
        _released.Wait(CancellationToken.None);
        foreach (var message in batch.Messages)
            Source?.OnStored(_partitions[message.Partition], message.Offset + 1);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _released.Dispose();
}
