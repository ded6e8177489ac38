namespace CasinoFloor.Engine.Events;

/// <summary>
/// What travels through the pipeline: messages of one stream (of one or more partitions), first raw, then decoded, then
/// judged by the engine, then stored. Batches are pooled and reused, which bounds memory and gives back-pressure: a
/// source that can rent none waits. One stage owns a batch at a time.
/// </summary>
public sealed class EventBatch
{
    private byte[] _buffer = new byte[4096];
    private RawMessage[] _messages = new RawMessage[16];

    /// <summary>The stream of every message in the batch.</summary>
    public EventStream Stream { get; private set; }

    /// <summary>Message bytes, followed by text that the decoder had to unescape.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>How many bytes of <see cref="Buffer"/> are used.</summary>
    public int BufferLength { get; private set; }

    /// <summary>The messages in order.</summary>
    public ReadOnlySpan<RawMessage> Messages => _messages.AsSpan(0, MessageCount);

    /// <summary>How many messages the batch holds.</summary>
    public int MessageCount { get; private set; }

    /// <summary>When the source handed the batch over, UTC ticks. Set by the pipeline.</summary>
    public long ReceivedTicks { get; set; }

    /// <summary>Added to every event's time after decoding (a rebased replay), in ticks; 0 otherwise.</summary>
    public long TimeShift { get; set; }

    /// <summary>Which dialect to decode with; null is the configured one.</summary>
    public string? Dialect { get; set; }

    /// <summary>Whether these events come from the Eventhouse at a restart: state is rebuilt, nothing is raised or stored.</summary>
    public bool Recovery { get; set; }

    /// <summary>Decoded slot events; filled for <see cref="EventStream.Slot"/>.</summary>
    public EventList<SlotEvent> Slots { get; } = new();

    /// <summary>Decoded table events; filled for <see cref="EventStream.Table"/>.</summary>
    public EventList<TableEvent> Tables { get; } = new();

    /// <summary>Decoded security events; filled for <see cref="EventStream.Security"/>.</summary>
    public EventList<SecurityEvent> Securities { get; } = new();

    /// <summary>Decoded cage transactions; filled for <see cref="EventStream.Cash"/>.</summary>
    public EventList<CashEvent> Cashes { get; } = new();

    /// <summary>Refused messages.</summary>
    public EventList<Rejection> Rejections { get; } = new();

    /// <summary>Windows that closed, or were corrected, while the engine worked on this batch.</summary>
    public List<ActivityWindow> Windows { get; } = [];

    /// <summary>Closed machine-minutes too old for the engine's memory that a late event changed; the Eventhouse computes them anew from its rows.</summary>
    public List<StaleWindow> StaleWindows { get; } = [];

    /// <summary>What the detectors found while the engine worked on this batch.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Empties the batch for a new use; keeps its memory.</summary>
    public void Reset(EventStream stream)
    {
        Stream = stream;
        BufferLength = 0;
        MessageCount = 0;
        ReceivedTicks = 0;
        TimeShift = 0;
        Dialect = null;
        Recovery = false;
        Slots.Clear();
        Tables.Clear();
        Securities.Clear();
        Cashes.Clear();
        Rejections.Clear();
        Windows.Clear();
        StaleWindows.Clear();
        Findings.Clear();
    }

    /// <summary>Appends a copy of a message.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="partition">Index of its partition.</param>
    /// <param name="offset">Its position in the partition.</param>
    /// <param name="enqueuedTicks">When it was enqueued, UTC ticks.</param>
    public void Add(ReadOnlySpan<byte> body, int partition, long offset, long enqueuedTicks)
    {
        var start = Append(body);
        if (MessageCount == _messages.Length)
        {
            Array.Resize(ref _messages, _messages.Length * 2);
        }

        _messages[MessageCount++] = new RawMessage(start, body.Length, partition, offset, enqueuedTicks);
    }

    /// <summary>Appends text to the buffer and says where it lies.</summary>
    public TextSlice AddText(ReadOnlySpan<byte> text) => new(Append(text), text.Length);

    /// <summary>
    /// Makes room for <paramref name="count"/> bytes at the end of the buffer and gives it out; the used part is claimed
    /// with <see cref="Commit"/>. The buffer may move: spans taken before are no longer valid.
    /// </summary>
    public Span<byte> Reserve(int count)
    {
        if (_buffer.Length - BufferLength < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, BufferLength + count));
        }

        return _buffer.AsSpan(BufferLength);
    }

    /// <summary>Claims bytes written into the span that <see cref="Reserve"/> gave, and says where they lie.</summary>
    public TextSlice Commit(int count)
    {
        var slice = new TextSlice(BufferLength, count);
        BufferLength += count;
        return slice;
    }

    /// <summary>The bytes of a slice.</summary>
    public ReadOnlySpan<byte> Text(TextSlice slice) => _buffer.AsSpan(slice.Start, slice.Length);

    /// <summary>The bytes of a message.</summary>
    public ReadOnlySpan<byte> Body(in RawMessage message) => _buffer.AsSpan(message.Start, message.Length);

    /// <summary>A slice as a string; allocates.</summary>
    public string GetString(TextSlice slice) => slice.IsEmpty ? "" : System.Text.Encoding.UTF8.GetString(Text(slice));

    private int Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        var start = BufferLength;
        BufferLength += bytes.Length;
        return start;
    }
}
