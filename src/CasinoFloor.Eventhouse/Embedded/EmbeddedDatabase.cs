using System.Globalization;
using CasinoFloor.Eventhouse.Ingestion;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>
/// The open DuckDB file: one connection that writes, and any number that read beside it. The file is attached to an instance
/// without a file of its own, because only an attached file can be given its size of row groups.
/// </summary>
internal sealed class EmbeddedDatabase : IDisposable
{
    // One process may open a file once: DuckDB's file lock does not tell two openings of one process apart.
    private static readonly HashSet<string> OpenPaths = new(StringComparer.Ordinal);

    private readonly DuckDBConnection _instance;
    private readonly string _use;
    private bool _disposed;

    private EmbeddedDatabase(DuckDBConnection instance, string path)
    {
        _instance = instance;
        Path = path;
        Catalog = System.IO.Path.GetFileNameWithoutExtension(path);
        _use = $"USE {SchemaProvisioner.Quote(Catalog)}";
        Writer = OpenReader();
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>The database's name.</summary>
    public string Catalog { get; }

    /// <summary>The only connection that writes; used by one task at a time.</summary>
    public DuckDBConnection Writer { get; }

    /// <summary>Tables that an earlier or later version made: their columns must be written by name.</summary>
    public IReadOnlySet<string> Upgraded { get; private set; } = new HashSet<string>();

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

        var instance = new DuckDBConnection(ConnectionString(options));
        try
        {
            Directory.CreateDirectory(options.Directory);
            instance.Open();
            Attach(instance, options);
            var database = new EmbeddedDatabase(instance, path);
            database.Upgraded = SchemaProvisioner.Apply(database.Writer, EventhouseTables.All);
            return database;
        }
        catch (Exception failure)
        {
            instance.Dispose();
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
        var reader = _instance.Duplicate();
        reader.Open();
        reader.Run(_use);
        return reader;
    }

    /// <summary>Bytes of the file that hold data, and the write-ahead log; without the blocks that were freed and wait for new data.</summary>
    public long UsedBytes(DuckDBConnection reader)
    {
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT used_blocks * block_size FROM pragma_database_size() WHERE database_name = $catalog";
        command.Parameters.Add(new DuckDBParameter("catalog", Catalog));
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) + LogBytes;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Writer.Dispose();
            _instance.Dispose();
            Forget(Path);
        }
    }

    private static void Attach(DuckDBConnection instance, EmbeddedOptions options)
    {
        var path = options.FilePath.Replace("'", "''", StringComparison.Ordinal);
        var catalog = SchemaProvisioner.Quote(System.IO.Path.GetFileNameWithoutExtension(options.File));

        // The newer storage has one cheap compression for all texts; it halves the cost of writing them.
        instance.Run(string.Create(
            CultureInfo.InvariantCulture,
            $"ATTACH '{path}' AS {catalog} (ROW_GROUP_SIZE {EmbeddedOptions.RowGroupRows}, STORAGE_VERSION 'latest')"));

        // Merging row groups that are not full would make a checkpoint, which holds writers up, take seconds; empty ones are freed anyway.
        instance.Run("SET max_vacuum_tasks = 0");

        // Skips row groups for the first rows of an order. DuckDB 1.5.6 then found too few, or none, while rows were appended and checkpoints ran beside it.
        instance.Run("SET disabled_optimizers = 'row_group_pruner'");

        // Never chosen for texts as short as ours, yet tried on every column of every row group.
        instance.Run("SET disabled_compression_methods = 'zstd'");
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
        var builder = new DuckDBConnectionStringBuilder { DataSource = ":memory:" };
        builder["memory_limit"] = Bytes(options.MemoryLimitBytes);
        builder["threads"] = options.EffectiveThreads;
        builder["autoinstall_known_extensions"] = false;

        // What does not fit into memory goes beside the data, not into whatever folder the app was started in.
        builder["temp_directory"] = System.IO.Path.Combine(System.IO.Path.GetFullPath(options.Directory), "temp");

        // Our own checkpoints run beside the writer; DuckDB's, inside a commit, are the emergency brake only.
        builder["checkpoint_threshold"] = Bytes(options.CheckpointBytes * 8);
        return builder.ConnectionString;

        static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count}B");
    }
}
