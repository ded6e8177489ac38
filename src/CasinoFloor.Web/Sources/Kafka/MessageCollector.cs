using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Gathers messages of one stream until a batch is worth posting. It holds them itself, not in a rented batch: the pipeline
/// may be full, and messages of a partition that was lost must still be removable.
/// </summary>
public sealed class MessageCollector
{
    /// <summary>Messages that make a batch due.</summary>
    public const int MaxMessages = 4_096;

    /// <summary>Bytes that make a batch due.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Age of the oldest message that makes a batch due.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time;
    private EventBatch _messages = new();
    private EventBatch _spare = new();
    private long _since;

    /// <summary>Creates an empty one.</summary>
    public MessageCollector(EventStream stream, TimeProvider time)
    {
        Stream = stream;
        _time = time;
        _messages.Reset(stream);
    }

    /// <summary>The stream.</summary>
    public EventStream Stream { get; }

    /// <summary>Messages held.</summary>
    public int Count => _messages.MessageCount;

    /// <summary>Whether there is enough for a batch, whatever its age.</summary>
    public bool IsFull => _messages.MessageCount >= MaxMessages || _messages.BufferLength >= MaxBytes;

    /// <summary>Time until the messages held are due; zero when they are; null when there are none.</summary>
    public TimeSpan? DueIn()
    {
        if (Count == 0)
            return null;
        if (IsFull)
            return TimeSpan.Zero;
        var left = MaxAge - _time.GetElapsedTime(_since);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Takes a message.</summary>
    public void Add(ReadOnlySpan<byte> body, int partition, long offset, long enqueuedTicks)
    {
        if (Count == 0)
            _since = _time.GetTimestamp();
        _messages.Add(body, partition, offset, enqueuedTicks);
    }

    /// <summary>Moves everything into an empty batch.</summary>
    public void MoveTo(EventBatch batch)
    {
        Copy(_messages, batch, static _ => true);
        _messages.Reset(Stream);
    }

    /// <summary>Removes the messages of partitions that are no longer ours.</summary>
    /// <returns>How many were removed.</returns>
    public int Discard(IReadOnlySet<int> partitions)
    {
        var before = Count;
        _spare.Reset(Stream);
        Copy(_messages, _spare, message => !partitions.Contains(message.Partition));
        (_messages, _spare) = (_spare, _messages);
        return before - Count;
    }

    private static void Copy(EventBatch from, EventBatch to, Func<RawMessage, bool> wanted)
    {
        foreach (ref readonly var message in from.Messages)
        {
            if (wanted(message))
                to.Add(from.Body(message), message.Partition, message.Offset, message.EnqueuedTicks);
        }
    }
}
