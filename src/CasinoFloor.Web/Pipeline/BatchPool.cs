using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Pipeline;

/// <summary>
/// The batches that may be under way. A source that finds none waits until the Eventhouse has stored some: this one bound
/// is the pipeline's back-pressure, and the queues between the stages need none of their own.
/// </summary>
/// <param name="capacity">How many batches there are at the most.</param>
public sealed class BatchPool(int capacity)
{
    private readonly Channel<EventBatch> _free = Channel.CreateUnbounded<EventBatch>();
    private int _created;

    /// <summary>How many batches there are at the most.</summary>
    public int Capacity => capacity;

    /// <summary>How many are rented now.</summary>
    public int Rented => Math.Max(0, Volatile.Read(ref _created) - _free.Reader.Count);

    /// <summary>An empty batch, if there is one at once.</summary>
    public bool TryRent(EventStream stream, [NotNullWhen(true)] out EventBatch? batch)
    {
        if (!_free.Reader.TryRead(out batch) && !TryCreate(out batch))
        {
            return false;
        }

        batch.Reset(stream);
        return true;
    }

    /// <summary>An empty batch; waits for one.</summary>
    public async ValueTask<EventBatch> RentAsync(EventStream stream, CancellationToken cancellationToken)
    {
        if (!TryRent(stream, out var batch))
        {
            batch = await _free.Reader.ReadAsync(cancellationToken);
            batch.Reset(stream);
        }

        return batch;
    }

    /// <summary>Gives a batch back.</summary>
    public void Return(EventBatch batch) => _free.Writer.TryWrite(batch);

    private bool TryCreate([NotNullWhen(true)] out EventBatch? batch)
    {
        if (Interlocked.Increment(ref _created) <= capacity)
        {
            batch = new EventBatch();
            return true;
        }

        Interlocked.Decrement(ref _created);
        batch = null;
        return false;
    }
}
