using System.Text;

namespace CasinoFloor.Web.Components.Results;

/// <summary>Lines of text as a stream of UTF-8, behind the byte order mark that spreadsheets ask for. It is written as it is read: a large answer never stands in memory twice.</summary>
/// <param name="lines">The lines, with their ends.</param>
internal sealed class CsvStream(IEnumerable<string> lines) : Stream
{
    private readonly IEnumerator<string> _lines = lines.GetEnumerator();
    private byte[] _line = [.. Encoding.UTF8.Preamble];
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            if (_at == _line.Length)
            {
                if (!_lines.MoveNext())
                    break;

                (_line, _at) = (Encoding.UTF8.GetBytes(_lines.Current), 0);
                continue;
            }

            var count = Math.Min(_line.Length - _at, buffer.Length - written);
            _line.AsSpan(_at, count).CopyTo(buffer[written..]);
            (_at, written) = (_at + count, written + count);
        }

        return written;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _lines.Dispose();

        base.Dispose(disposing);
    }
}
