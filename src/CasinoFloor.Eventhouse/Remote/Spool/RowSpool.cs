using System.Globalization;
using CasinoFloor.Eventhouse.Remote.Ingestion;

namespace CasinoFloor.Eventhouse.Remote.Spool;

/// <summary>
/// Rows that wait on disk while the Eventhouse is away: one file for each write, in the order of writing, flushed to the disk before the write counts as
/// done, and deleted when the service has its rows. It survives a restart, and is bounded. Used by one task at a time.
/// </summary>
internal sealed class RowSpool
{
    private const string Ending = ".spool";
    private const string Unfinished = ".writing";

    private readonly string _folder;
    private readonly long _maxBytes;
    private readonly Queue<(string Path, long Bytes, long Rows)> _files = new();
    private long _nextNumber = 1;

    /// <summary>Opens a folder and finds what waits there. Files that a crash left unfinished are deleted: nobody was told that they are stored.</summary>
    /// <exception cref="EventhouseException">The folder cannot be used.</exception>
    public RowSpool(string folder, long maxBytes)
    {
        _folder = folder;
        _maxBytes = maxBytes;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var left in Directory.EnumerateFiles(folder, "*" + Unfinished))
            {
                File.Delete(left);
            }

            foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal))
            {
                var rows = Read(path).Sum(chunk => (long)chunk.Rows);
                _files.Enqueue((path, new FileInfo(path).Length, rows));
                _nextNumber = long.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture) + 1;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new EventhouseException($"The spool folder {folder} cannot be used: {failure.Message}", failure);
        }
    }

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _files.Count == 0;

    /// <summary>Rows that wait.</summary>
    public long Rows => _files.Sum(file => file.Rows);

    /// <summary>Bytes that wait.</summary>
    public long Bytes => _files.Sum(file => file.Bytes);

    /// <summary>Adds the chunks of one write: all of them, or none.</summary>
    /// <exception cref="EventhouseException">There is no room, in the spool or on the disk.</exception>
    public void Add(IReadOnlyList<RowChunk> chunks)
    {
        var size = chunks.Sum(chunk => (long)chunk.Body.Length);
        if (Bytes + size > _maxBytes)
        {
            throw new EventhouseException(string.Create(
                CultureInfo.InvariantCulture,
                $"The Eventhouse is away and its spool is full ({Bytes:N0} of {_maxBytes:N0} bytes, Eventhouse:Remote:SpoolMaxBytes): the source is paused."));
        }

        var path = Path.Combine(_folder, _nextNumber.ToString("D12", CultureInfo.InvariantCulture));
        try
        {
            using (var file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                foreach (var chunk in chunks)
                {
                    SpoolRecord.Write(file, chunk);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(path + Unfinished, path + Ending);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EventhouseException($"The Eventhouse is away and its spool cannot be written: {failure.Message}", failure);
        }

        _nextNumber++;
        _files.Enqueue((path + Ending, new FileInfo(path + Ending).Length, chunks.Sum(chunk => (long)chunk.Rows)));
    }

    /// <summary>The chunks of the oldest write; null when nothing waits.</summary>
    public IReadOnlyList<RowChunk>? Peek() => _files.TryPeek(out var oldest) ? Read(oldest.Path) : null;

    /// <summary>The rows of the oldest write have been taken.</summary>
    public void Remove()
    {
        File.Delete(_files.Peek().Path);
        _files.Dequeue();
    }

    private static List<RowChunk> Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var chunks = new List<RowChunk>();
        while (file.Position < file.Length)
        {
            chunks.Add(SpoolRecord.Read(file) ?? throw new EventhouseException(
                $"The spool file {path} is damaged behind its first {chunks.Count} chunks. Move it away to go on, and keep it: its rows are in no other place but the source."));
        }

        return chunks;
    }
}
