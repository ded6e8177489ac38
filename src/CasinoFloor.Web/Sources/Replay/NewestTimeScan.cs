using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>
/// Looks through a file for its newest event time before a replay at maximum speed. Files up to 64 MiB, and gzips, are read
/// whole; of larger ones 512 pieces and the end are read, which is right for any file that is roughly in order.
/// </summary>
internal static class NewestTimeScan
{
    private const long ReadWhole = 64L << 20;
    private const int Pieces = 512;
    private const int PieceBytes = 64 * 1024;
    private const int EndBytes = 1 << 20;

    /// <summary>Scans a file; what cannot be read is left to the replay itself to report.</summary>
    public static async Task ScanAsync(ReplayFile file, NewestTime newest, CancellationToken cancellationToken)
    {
        if (file.Input.IsGzip || file.Input.Length <= ReadWhole)
        {
            var (content, _) = file.Input.Open();
            using var reader = new LineReader(content, isLive: false);
            while (!reader.IsAtEnd)
            {
                await reader.FillAsync(cancellationToken);
                newest.Observe(reader.Buffered, file.Stream, file.Probe);
                reader.DropBuffered();
            }

            return;
        }

        await using var stream = ReplayInput.OpenFile(file.Input.Path);
        var buffer = new byte[EndBytes];
        for (var piece = 0; piece < Pieces; piece++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Look(stream, stream.Length / Pieces * piece, buffer.AsSpan(0, PieceBytes), file, newest);
        }

        Look(stream, stream.Length - EndBytes, buffer, file, newest);
    }

    private static void Look(FileStream stream, long position, Span<byte> buffer, ReplayFile file, NewestTime newest)
    {
        stream.Position = position;
        var bytes = buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        if (position > 0)
        {
            bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        }

        newest.Observe(bytes, file.Stream, file.Probe);
    }
}
