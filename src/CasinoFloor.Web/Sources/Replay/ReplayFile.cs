using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>One input while it is replayed: its lines, its partition, and the time of its next event.</summary>
internal sealed class ReplayFile : IDisposable
{
    private const int SampleLines = 50;

    /// <summary>A time this much later than the event before must be confirmed by the event after it, or it is a wrong clock.</summary>
    private static readonly long SuspiciousJump = TimeSpan.FromSeconds(30).Ticks;

    private readonly LineReader _lines;
    private readonly CountingStream _raw;
    private long _previousTicks = long.MinValue;
    private long? _headTicks;
    private long _stored;

    /// <summary>Opens an input.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public ReplayFile(ReplayInput input, int blockBytes)
    {
        Input = input;
        (var content, _raw) = input.Open();
        _lines = new LineReader(content, input.IsLive, blockBytes);
    }

    public ReplayInput Input { get; }

    public EventStream Stream { get; private set; }

    public string Dialect { get; private set; } = "";

    public IEventTimeProbe Probe { get; private set; } = null!;

    public SourcePartition Partition { get; private set; } = null!;

    /// <summary>Messages handed over.</summary>
    public long Read { get; private set; }

    /// <summary>The offset after the last message handed over.</summary>
    public long ReadTo { get; private set; }

    /// <summary>The first offset when the replay began; more than 0 where it goes on after a restart.</summary>
    public long ResumedAt { get; private set; }

    /// <summary>The first offset that is not stored yet.</summary>
    public long Stored
    {
        get => Interlocked.Read(ref _stored);
        set => Interlocked.Exchange(ref _stored, value);
    }

    /// <summary>Bytes of the input that were read, compressed.</summary>
    public long BytesRead => _raw.Count;

    /// <summary>Why the input ended early; null when it did not.</summary>
    public string? Failure => _lines.Failure;

    /// <summary>Complete lines that wait in memory.</summary>
    public ReadOnlySpan<byte> Buffered => _lines.Buffered;

    /// <summary>Whether the next line is in memory.</summary>
    public bool HasLine => _lines.TryPeek(out _);

    /// <summary>Whether everything was handed over.</summary>
    public bool IsFinished => !HasLine && _lines.IsAtEnd;

    /// <summary>
    /// The time of the next event. An event without a readable time takes that of the event before; a sudden jump ahead that
    /// the event after does not confirm is a wrong clock and does not hold the replay up.
    /// </summary>
    public long HeadTicks => _headTicks ??= ReadHead();

    /// <summary>Reads until a line is in memory and finds out what the file carries.</summary>
    /// <returns>What is wrong, for the operator; null when all is well or the file is empty.</returns>
    public async Task<string?> IdentifyAsync(ReplayOptions options, IReplayDialects dialects, CancellationToken cancellationToken)
    {
        while (!HasLine && !_lines.IsAtEnd)
        {
            await _lines.FillAsync(cancellationToken);
        }

        var samples = Samples(EventStream.Slot);
        if (samples.MessageCount == 0)
        {
            return null;
        }

        var stream = options.StreamOfAll ?? StreamGuess.ByName(Input.Name) ?? StreamGuess.ByFields(samples);
        if (stream is not { } found)
        {
            return $"It is not clear which stream {Input.Name} carries: neither its name nor the fields of its first lines say. Name it with --stream slot|table|security|cash.";
        }

        Stream = found;
        Dialect = string.IsNullOrEmpty(options.Dialect) ? dialects.Detect(Samples(found)) : options.Dialect;
        Probe = dialects.ProbeFor(Dialect)!;
        return Probe is null ? $"{ReplayOptions.Section}:{nameof(ReplayOptions.Dialect)} is '{Dialect}', which is no dialect of the settings." : null;
    }

    /// <summary>Registers the partition and passes over what is stored already.</summary>
    public async Task ResumeAsync(IBatchSink sink, CancellationToken cancellationToken)
    {
        Partition = sink.Register(Stream, Input.Source, 0);
        Stored = ResumedAt = ReadTo = sink.NextOffset(Partition) ?? 0;
        while (!_lines.SkipTo(ResumedAt) && !_lines.IsAtEnd)
        {
            await _lines.FillAsync(cancellationToken);
        }
    }

    /// <summary>Reads more.</summary>
    public ValueTask FillAsync(CancellationToken cancellationToken) => _lines.FillAsync(cancellationToken);

    /// <summary>A batch is on its way to the pipeline.</summary>
    public void Count(EventBatch batch)
    {
        Read += batch.MessageCount;
        ReadTo = batch.Messages[^1].Offset + 1;
    }

    /// <summary>Hands lines over without looking at their times.</summary>
    /// <param name="batch">Where to; at least one line is added when the batch is empty.</param>
    /// <param name="count">How many lines at most.</param>
    /// <param name="nowTicks">Their enqueue time.</param>
    /// <returns>Whether the batch is full.</returns>
    public bool CopyLines(EventBatch batch, int count, long nowTicks)
    {
        while (count-- > 0 && _lines.TryPeek(out var line))
        {
            if (!ReplayBatches.HasRoom(batch, line.Length))
            {
                return true;
            }

            Add(batch, line, nowTicks);
        }

        return false;
    }

    /// <summary>Hands lines over as long as their times are not later than a limit.</summary>
    /// <param name="batch">Where to.</param>
    /// <param name="limitTicks">The limit, in the events' own time.</param>
    /// <param name="nowTicks">Their enqueue time.</param>
    /// <param name="newestTicks">The time of the last line added; unchanged when none was.</param>
    /// <returns>Whether the batch is full.</returns>
    public bool CopyUntil(EventBatch batch, long limitTicks, long nowTicks, ref long newestTicks)
    {
        while (_lines.TryPeek(out var line) && HeadTicks <= limitTicks)
        {
            if (!ReplayBatches.HasRoom(batch, line.Length))
            {
                return true;
            }

            newestTicks = _previousTicks = HeadTicks;
            Add(batch, line, nowTicks);
        }

        return false;
    }

    /// <inheritdoc />
    public void Dispose() => _lines.Dispose();

    private void Add(EventBatch batch, ReadOnlySpan<byte> line, long nowTicks)
    {
        batch.Add(line, Partition.Index, _lines.LineNumber, nowTicks);
        _lines.Consume();
        _headTicks = null;
    }

    private long ReadHead()
    {
        if (!_lines.TryPeek(out var line) || !Probe.TryReadTicks(Stream, line, out var ticks))
        {
            return _previousTicks;
        }

        if (_previousTicks != long.MinValue && ticks > _previousTicks + SuspiciousJump
            && Probe.TryReadTicks(Stream, _lines.PeekSecond(), out var next) && next < ticks - SuspiciousJump)
        {
            ticks = next;
        }

        return Math.Max(ticks, _previousTicks);
    }

    private EventBatch Samples(EventStream stream)
    {
        var samples = new EventBatch();
        samples.Reset(stream);
        var rest = _lines.Buffered;
        while (samples.MessageCount < SampleLines && !rest.IsEmpty)
        {
            var length = rest.IndexOf((byte)'\n');
            var line = (length < 0 ? rest : rest[..length]).Trim(" \t\r"u8);
            rest = length < 0 ? default : rest[(length + 1)..];
            if (!line.IsEmpty)
            {
                samples.Add(line, 0, samples.MessageCount, 0);
            }
        }

        return samples;
    }
}
