namespace CasinoFloor.Web.Sources.Replay;

/// <summary>
/// Reads lines as bytes, whatever they hold: block by block into one buffer that is used again, without a copy and without
/// decoding. Lines are numbered from 0, blank ones too (so that a dead letter's position is the line's number in the file),
/// but blank ones are not given out.
/// </summary>
internal sealed class LineReader(Stream stream, bool isLive, int blockBytes = LineReader.LargeBlock) : IDisposable
{
    /// <summary>Longer lines are cut to one byte more than this, which every decoder refuses as too large.</summary>
    public const int MaxLine = 1 << 20;

    /// <summary>Block size that reads a plain file at full speed.</summary>
    public const int LargeBlock = MaxLine + (64 * 1024);

    /// <summary>Block size when many files are open at once.</summary>
    public const int SmallBlock = 64 * 1024;

    private const byte LineFeed = (byte)'\n';
    private byte[] _buffer = new byte[blockBytes];
    private int _start;
    private int _end;
    private int _lineLength = -1;
    private int _lineSpan;
    private bool _cutting;
    private bool _begun;

    /// <summary>Number of the line that <see cref="TryPeek"/> gives, or else of the next one to be read.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Whether there is nothing more to read; buffered lines may remain.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Why reading ended before the end of the data; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>The complete lines that are buffered, with their line ends; at the end of the input also the last one without.</summary>
    public ReadOnlySpan<byte> Buffered
    {
        get
        {
            var bytes = _buffer.AsSpan(_start, _end - _start);
            return IsAtEnd ? bytes : bytes[..(bytes.LastIndexOf(LineFeed) + 1)];
        }
    }

    /// <summary>The next line without its line end, if one is buffered; stays the next one until <see cref="Consume"/>.</summary>
    public bool TryPeek(out ReadOnlySpan<byte> line)
    {
        while (_lineLength >= 0 || FindLine())
        {
            line = _buffer.AsSpan(_start, _lineLength);
            if (line.Length > 0 && line[^1] == (byte)'\r')
            {
                line = line[..^1];
            }

            if (line.Length > 0 && (line[0] > ' ' || !line.Trim(" \t"u8).IsEmpty))
            {
                return true;
            }

            Consume();
        }

        line = default;
        return false;
    }

    /// <summary>Goes on to the line after the one that <see cref="TryPeek"/> gave.</summary>
    public void Consume()
    {
        _start += _lineSpan;
        _lineLength = -1;
        LineNumber++;
    }

    /// <summary>The line after the one that <see cref="TryPeek"/> gave, if it is buffered whole.</summary>
    public ReadOnlySpan<byte> PeekSecond()
    {
        var rest = _buffer.AsSpan(_start + _lineSpan, _end - _start - _lineSpan);
        var length = rest.IndexOf(LineFeed);
        return length < 0 ? default : rest[..length];
    }

    /// <summary>Passes over lines without looking at them, up to a line number; false when more must be read first.</summary>
    public bool SkipTo(long lineNumber)
    {
        while (LineNumber < lineNumber && (_lineLength >= 0 || FindLine()))
        {
            Consume();
        }

        return LineNumber >= lineNumber;
    }

    /// <summary>Forgets what is buffered.</summary>
    public void DropBuffered()
    {
        // A buffer that holds no line end at all must go as well, or there would be no room to read on.
        var length = Buffered.Length;
        _start = length == 0 && _start == 0 && _end == _buffer.Length ? _end : _start + length;
        _lineLength = -1;
    }

    /// <summary>
    /// Reads more: a full block, or of a live input whatever is there. A failure to read ends the input and is told by <see cref="Failure"/>.
    /// </summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        MakeRoom();
        try
        {
            if (isLive)
            {
                // Standard input cannot be told to stop reading: it is left alone with the buffer instead.
                Take(await Task.Run(() => stream.Read(_buffer.AsSpan(_end)), CancellationToken.None).WaitAsync(cancellationToken));
                return;
            }

            while (_end < _buffer.Length && !IsAtEnd)
            {
                Take(stream.Read(_buffer.AsSpan(_end)));
            }
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Failure = problem.Message;
            IsAtEnd = true;
        }
    }

    /// <inheritdoc />
    public void Dispose() => stream.Dispose();

    private void Take(int count)
    {
        _end += count;
        IsAtEnd = count == 0;
        if (!_begun && _end - _start >= 3)
        {
            _begun = true;
            _start += _buffer.AsSpan(_start).StartsWith("\uFEFF"u8) ? 3 : 0;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(LargeBlock, _buffer.Length * 4));
        }
    }

    private bool FindLine()
    {
        if (_cutting && !DropRestOfLine())
        {
            return false;
        }

        var rest = _buffer.AsSpan(_start, _end - _start);
        var length = rest.IndexOf(LineFeed);
        if (length >= 0 && length <= MaxLine)
        {
            (_lineLength, _lineSpan) = (length, length + 1);
            return true;
        }

        if (rest.Length > MaxLine)
        {
            (_lineLength, _lineSpan) = (MaxLine + 1, MaxLine + 1);
            _cutting = true;
            return true;
        }

        (_lineLength, _lineSpan) = (rest.Length, rest.Length);
        if (IsAtEnd && rest.Length > 0)
        {
            return true;
        }

        _lineLength = -1;
        return false;
    }

    private bool DropRestOfLine()
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        var length = rest.IndexOf(LineFeed);
        _start += length < 0 ? rest.Length : length + 1;
        _cutting = length < 0;
        return !_cutting;
    }
}
