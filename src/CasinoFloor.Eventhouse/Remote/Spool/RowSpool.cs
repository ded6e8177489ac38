using System.Globalization;
using CasinoFloor.Eventhouse.Remote.Ingestion;

namespace CasinoFloor.Eventhouse.Remote.Spool;

/// <summary>
/// Rows that wait on disk while the Eventhouse is away: one file for each write, in the order of writing, flushed to the disk before the write counts as
/// done, and deleted when the service has its rows. It survives a restart, and is bounded. One task adds while another one takes.
/// </summary>
internal sealed class RowSpool
{
    private const string Ending = ".spool";
    private const string Unfinished = ".writing";
    private const string SetAside = ".damaged";

    private readonly string _folder;
    private readonly long _maxBytes;
    private readonly Lock _gate = new();
    private readonly Queue<SpoolFile> _files = new();
    private long _nextNumber = 1;
    private int _waiting;
    private long _rows;
    private long _bytes;
    private int _damaged;

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

            _damaged = Directory.EnumerateFiles(folder, "*" + SetAside).Count();
            foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal))
            {
                Enqueue(path);
                _nextNumber = long.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture) + 1;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new EventhouseException($"The spool folder {folder} cannot be used: {failure.Message}", failure);
        }
    }

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => Volatile.Read(ref _waiting) == 0;

    /// <summary>Rows that wait.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Bytes that wait.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Files that were set aside because the disk did not give back what was written: their rows are missing in the Eventhouse.</summary>
    public int Damaged => Volatile.Read(ref _damaged);

    /// <summary>The folder.</summary>
    public string Folder => _folder;

    /// <summary>Adds the chunks of one write: all of them, or none. Where nothing waits there is room for any write.</summary>
    /// <exception cref="EventhouseException">There is no room, in the spool or on the disk.</exception>
    public void Add(IReadOnlyList<RowChunk> chunks)
    {
        var size = chunks.Sum(chunk => (long)chunk.Body.Length);

        // A write that is larger than the whole spool would otherwise be tried for ever.
        if (!IsEmpty && Bytes + size > _maxBytes)
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
        Enqueue(path + Ending);
    }

    /// <summary>The chunks of the oldest write; null when nothing waits. A file that cannot be trusted is set aside and counted.</summary>
    /// <exception cref="IOException">The disk cannot be read now.</exception>
    public IReadOnlyList<RowChunk>? Peek()
    {
        while (true)
        {
            SpoolFile oldest;
            lock (_gate)
            {
                if (!_files.TryPeek(out oldest))
                {
                    return null;
                }
            }

            if (Read(oldest.Path) is { } chunks)
            {
                return chunks;
            }

            File.Move(oldest.Path, oldest.Path + SetAside, overwrite: true);
            Interlocked.Increment(ref _damaged);
            Dequeue();
        }
    }

    /// <summary>The rows of the oldest write have been taken.</summary>
    /// <exception cref="IOException">The file cannot be deleted now.</exception>
    public void Remove()
    {
        string path;
        lock (_gate)
        {
            path = _files.Peek().Path;
        }

        File.Delete(path);
        Dequeue();
    }

    private void Enqueue(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var entry = new SpoolFile(path, file.Length, SpoolRecord.CountRows(file));
        lock (_gate)
        {
            _files.Enqueue(entry);
            Interlocked.Increment(ref _waiting);
            Interlocked.Add(ref _rows, entry.Rows);
            Interlocked.Add(ref _bytes, entry.Bytes);
        }
    }

    private void Dequeue()
    {
        lock (_gate)
        {
            var entry = _files.Dequeue();
            Interlocked.Decrement(ref _waiting);
            Interlocked.Add(ref _rows, -entry.Rows);
            Interlocked.Add(ref _bytes, -entry.Bytes);
        }
    }

    private static List<RowChunk>? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var chunks = new List<RowChunk>();
        while (file.Position < file.Length)
        {
            if (SpoolRecord.Read(file) is not { } chunk)
            {
                return null;
            }

            chunks.Add(chunk);
        }

        return chunks.Count > 0 ? chunks : null;
    }

    private readonly record struct SpoolFile(string Path, long Bytes, long Rows);
}
