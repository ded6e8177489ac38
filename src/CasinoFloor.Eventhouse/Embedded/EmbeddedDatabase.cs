using System.Globalization;
using CasinoFloor.Eventhouse.Ingestion;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>The open DuckDB file: one connection that writes, and any number that read beside it.</summary>
internal sealed class EmbeddedDatabase : IDisposable
{
    // One process may open a file once: DuckDB's file lock does not tell two openings of one process apart.
    private static readonly HashSet<string> OpenPaths = new(StringComparer.Ordinal);

    private readonly string _connectionString;
    private bool _disposed;

    private EmbeddedDatabase(string path, string connectionString, DuckDBConnection writer)
    {
        Path = path;
        _connectionString = connectionString;
        Writer = writer;
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>The only connection that writes; used by one task at a time.</summary>
    public DuckDBConnection Writer { get; }

    /// <summary>Size of the write-ahead log in bytes.</summary>
    public long LogBytes => new FileInfo(Path + ".wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>Opens or creates the file and its tables.</summary>
    /// <exception cref="EventhouseException">It cannot be opened; the message says why and what to do.</exception>
    public static EmbeddedDatabase Open(EmbeddedOptions options)
    {
        var path = options.FilePath;
        lock (OpenPaths)
        {
            if (!OpenPaths.Add(path))
            {
                throw OpenFailure.InUse(path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), null);
            }
        }

        var connectionString = ConnectionString(options);
        var writer = new DuckDBConnection(connectionString);
        try
        {
            Directory.CreateDirectory(options.Directory);
            writer.Open();
            SchemaProvisioner.Apply(writer, EventhouseTables.All);
            return new EmbeddedDatabase(path, connectionString, writer);
        }
        catch (Exception failure)
        {
            writer.Dispose();
            Forget(path);
            if (OpenFailure.Explain(path, failure) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    /// <summary>A connection for queries, which see what was committed before they began. The caller disposes it.</summary>
    public DuckDBConnection OpenReader()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var reader = new DuckDBConnection(_connectionString);
        reader.Open();
        return reader;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Writer.Dispose();
            Forget(Path);
        }
    }

    private static void Forget(string path)
    {
        lock (OpenPaths)
        {
            OpenPaths.Remove(path);
        }
    }

    private static string ConnectionString(EmbeddedOptions options)
    {
        var threads = options.Threads > 0 ? options.Threads : Math.Min(4, Environment.ProcessorCount);
        var builder = new DuckDBConnectionStringBuilder { DataSource = options.FilePath };
        builder["memory_limit"] = string.Create(CultureInfo.InvariantCulture, $"{options.MemoryLimitBytes}B");
        builder["threads"] = threads;
        builder["autoinstall_known_extensions"] = false;

        // Our own checkpoints run beside the writer; DuckDB's, inside a commit, are the emergency brake only.
        builder["checkpoint_threshold"] = string.Create(CultureInfo.InvariantCulture, $"{options.CheckpointBytes * 8}B");
        return builder.ConnectionString;
    }
}
