namespace CasinoFloor.Engine.Windows;

/// <summary>
/// Event time as far as it is complete. Each partition's own watermark is its newest event time less the disorder waited
/// for; the floor's is the least of them. A partition that is silent holds it no more, and when all are silent the clock
/// carries it on. It never goes back.
/// </summary>
internal sealed class Watermark(WindowOptions options)
{
    private readonly long _disorder = options.OutOfOrderness.Ticks;
    private readonly long _idleAfter = options.PartitionIdleAfter.Ticks;
    private Partition[] _partitions = [];
    private long _lastActivity;

    /// <summary>Newest event time of all partitions, ticks; 0 before the first event.</summary>
    public long Newest { get; private set; }

    /// <summary>The watermark, ticks; 0 before the first event.</summary>
    public long Value { get; private set; }

    /// <summary>What time it is on the floor by its events: their newest time, carried on by the clock while none come.</summary>
    public long EventNow(long clock) => Newest == 0 ? clock : Newest + Math.Max(0, clock - _lastActivity);

    /// <summary>Takes an event of a partition; true when the partition has moved on to another minute, so that windows may close.</summary>
    /// <param name="partition">Index of the partition.</param>
    /// <param name="timestamp">The event's time, already capped where one fast clock must not close windows for everybody.</param>
    /// <param name="clock">The engine's clock.</param>
    public bool Observe(int partition, long timestamp, long clock)
    {
        Recover(timestamp, clock);
        if ((uint)partition >= (uint)_partitions.Length)
        {
            if (partition < 0)
            {
                return false;
            }

            Array.Resize(ref _partitions, Math.Max(partition + 1, _partitions.Length * 2));
        }

        ref var own = ref _partitions[partition];
        own.LastActivity = Math.Max(own.LastActivity, clock);
        if (timestamp <= own.Newest)
        {
            return false;
        }

        var minute = MinuteMath.Of(Math.Max(0, timestamp - _disorder));
        var moved = minute != MinuteMath.Of(Math.Max(0, own.Newest - _disorder));
        own.Newest = timestamp;
        return moved;
    }

    /// <summary>Takes an event that was stored before a restart: it tells the time, but no partition's.</summary>
    public void Recover(long timestamp, long clock)
    {
        Newest = Math.Max(Newest, timestamp);
        _lastActivity = Math.Max(_lastActivity, clock);
    }

    /// <summary>Starts where it stood before a restart, or at the end of the source.</summary>
    public void RaiseTo(long value) => Value = Math.Max(Value, value);

    /// <summary>Computes the watermark anew.</summary>
    public long Evaluate(long clock)
    {
        if (Newest == 0)
        {
            return Value;
        }

        var least = long.MaxValue;
        foreach (ref readonly var partition in _partitions.AsSpan())
        {
            if (partition.Newest != 0 && clock - partition.LastActivity < _idleAfter)
            {
                least = Math.Min(least, partition.Newest);
            }
        }

        if (least == long.MaxValue)
        {
            if (clock - _lastActivity < _idleAfter)
            {
                return Value;
            }

            least = EventNow(clock);
        }

        RaiseTo(least - _disorder);
        return Value;
    }

    private struct Partition
    {
        public long Newest;
        public long LastActivity;
    }
}
