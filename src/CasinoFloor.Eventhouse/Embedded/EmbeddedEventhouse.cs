using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Eventhouse.Embedded.Reading;
using CasinoFloor.Eventhouse.Embedded.Writing;
using CasinoFloor.Eventhouse.Provisioning;
using CasinoFloor.Eventhouse.Rows;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>
/// The Eventhouse in a DuckDB file beside the application: rows and checkpoints become durable in one transaction, so a crash
/// at any moment loses nothing and doubles nothing. One writer at a time; queries run beside it.
/// </summary>
/// <param name="options">Validated settings.</param>
/// <param name="identity">The decoder's identity of an event id.</param>
/// <param name="time">The clock that stamps rows.</param>
/// <param name="kqlFolder">The folder <c>kql</c>, whose views and mappings the database gets when it is opened; null for none.</param>
public sealed class EmbeddedEventhouse(EmbeddedOptions options, IdentifyEvent identity, TimeProvider time, string? kqlFolder = null) : IEventhouse, IKqlDatabase
{
    /// <summary>The name of the database in queries.</summary>
    public const string DatabaseName = "casino_realtime";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _disposed;
    private EmbeddedKql? _kql;
    private EmbeddedDatabase? _database;
    private BatchWriter? _writer;
    private CheckpointWorker? _checkpoints;

    /// <inheritdoc />
    public string Description => $"embedded (DuckDB file {options.FilePath})";

    /// <inheritdoc />
    public string Name => DatabaseName;

    /// <inheritdoc />
    public bool IsOpen => _checkpoints is not null && !_disposed;

    // Before the database is open our own tables are known all the same.
    private static KqlEngine BuiltIn { get; } = new(new DatabaseMetadata().ToCatalog(DatabaseName));

    private EmbeddedKql Kql => _kql ?? throw new InvalidOperationException("The Eventhouse has not been opened.");

    private EmbeddedDatabase Database => _database ?? throw new InvalidOperationException("The Eventhouse has not been opened.");

    /// <inheritdoc />
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await ExclusiveAsync(Open, cancellationToken);
        if (kqlFolder is not null)
        {
            // How long rows stay is a setting here; the schema's retention is for a service that has none.
            var schema = SchemaFolder.Load(kqlFolder, isRemote: false).Where(command => command.Command is not AlterRetentionPolicyCommand);
            await new Provisioner(CommandAsync, [.. schema]).ApplyAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredCheckpoint>> LoadCheckpointsAsync(CancellationToken cancellationToken) =>
        ReadAsync(StoredCheckpoints.Read, cancellationToken);

    /// <summary>
    /// Stores the batches and checkpoints in one transaction, off the caller's thread. Every partition that has rows in the batches must
    /// be named by a checkpoint of this call or of an earlier one. The batches must not be touched until it returns.
    /// </summary>
    /// <exception cref="EventhouseException">Nothing was stored; the message says why.</exception>
    /// <exception cref="ArgumentException">Nothing was stored: rows of a partition that no checkpoint has named.</exception>
    public Task WriteAsync(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellationToken)
    {
        _ = Database;
        return ExclusiveAsync(
            () =>
            {
                _checkpoints!.ThrowIfFailed();
                _writer!.Write(batches, checkpoints, cancellationToken);
                _checkpoints.Observe();
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<DateTime?> NewestEventAsync(CancellationToken cancellationToken) => ReadAsync(StoredNewest.Read, cancellationToken);

    /// <summary>
    /// Reads back stored events, oldest first by event time, then by partition and offset. Messages have no body, partition -1 (where an
    /// event came from matters only to checkpoints), and the stored offset and enqueue time; an event without an event id has no identity, because the
    /// checkpoint already keeps its position from being read twice. Columns that the engine does not use are left empty:
    /// session, ticket, meters, error code and text.
    /// </summary>
    public Task RecoverAsync(EventStream stream, DateTime since, Action<EventBatch> apply, CancellationToken cancellationToken) =>
        ReadAsync(
            reader =>
            {
                new StoredEventReader(reader, identity).Read(stream, since, apply, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task RecoverIdentitiesAsync(int count, Action<EventStream, UInt128> take, CancellationToken cancellationToken) =>
        ReadAsync(
            reader =>
            {
                StoredIdentities.Read(reader, identity, count, take, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Finding>> LoadFindingsAsync(DateTime since, Action<string> unknown, CancellationToken cancellationToken) =>
        ReadAsync(reader => StoredFindings.Read(reader, since, unknown), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ActivityWindow>> LoadWindowsAsync(DateTime since, CancellationToken cancellationToken) =>
        ReadAsync(reader => StoredWindows.Read(reader, since), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<MachineSignal>> LoadSignalsAsync(DateTime since, DateTime until, CancellationToken cancellationToken) =>
        ReadAsync(reader => StoredSignals.Read(reader, since, until), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<MachineMeters>> LoadMetersAsync(DateTime since, DateTime until, CancellationToken cancellationToken) =>
        ReadAsync(reader => StoredMeters.Read(reader, since, until), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<MachineLocation>> LoadMachinesAsync(CancellationToken cancellationToken) =>
        ReadAsync(StoredMachines.Read, cancellationToken);

    /// <inheritdoc cref="IEventhouse.QueryAsync" />
    public Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) =>
        _kql?.QueryAsync(query, cancellationToken)
        // The pages are there before the database is open.
        ?? throw new EventhouseException("The Eventhouse is still being opened. Ask again in a moment.");

    /// <inheritdoc cref="IEventhouse.CommandAsync" />
    public Task<KqlResult> CommandAsync(string text, CancellationToken cancellationToken) => Kql.CommandAsync(text, cancellationToken);

    /// <inheritdoc />
    public Task<(long Rows, string? Error)> LoadAsync(LoadRequest request, CancellationToken cancellationToken) => Kql.LoadAsync(request, cancellationToken);

    /// <inheritdoc />
    public KqlCatalog Catalog => _kql?.Catalog ?? BuiltIn.Catalog;

    /// <inheritdoc />
    public KqlAnalysis Analyze(KqlQuery query) => _kql?.Analyze(query) ?? BuiltIn.Analyze(query);

    /// <inheritdoc />
    public Task SaveMachinesAsync(IReadOnlyCollection<MachineLocation> machines, CancellationToken cancellationToken) =>
        ExclusiveAsync(
            () =>
            {
                var all = StoredMachines.Read(Database.Writer).ToDictionary(machine => machine.MachineId, StringComparer.Ordinal);
                foreach (var machine in machines)
                {
                    all[machine.MachineId] = machine;
                }

                _writer!.ReplaceMachines(all.Values);
            },
            cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _gate.WaitAsync();
        try
        {
            if (_checkpoints is not null)
            {
                await _checkpoints.DisposeAsync();
            }
        }
        finally
        {
            _writer?.Dispose();
            _kql?.Dispose();
            _database?.Dispose();
            _gate.Dispose();
        }
    }

    /// <summary>What ages, and when it is too old: by the policies that commands have set, or by the settings.</summary>
    internal IReadOnlyList<AgingTable> Aging => AgingTable.All(Kql.Metadata, options);

    /// <summary>A connection for queries beside the writer. The caller disposes it, and writes nothing with it.</summary>
    internal DuckDBConnection OpenReader() => Database.OpenReader();

    /// <summary>Deletes rows of a table, while nobody else writes, and gives their number.</summary>
    internal async Task<long> DeleteAsync(string table, string condition, CancellationToken cancellationToken)
    {
        var deleted = 0L;
        await ExclusiveAsync(() => deleted = Database.Writer.Run($"DELETE FROM {table} WHERE {condition}"), cancellationToken);
        return deleted;
    }

    /// <summary>Folds the write-ahead log into the file, which frees what was deleted, and gives the bytes in use.</summary>
    internal async Task<long> CheckpointAsync(CancellationToken cancellationToken)
    {
        await ExclusiveAsync(() => _checkpoints!.Run(), cancellationToken);
        return await ReadAsync(Database.UsedBytes, cancellationToken);
    }

    /// <summary>Runs work on the writing connection, off the caller's thread, while nobody else writes.</summary>
    private async Task ExclusiveAsync(Action work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(work, cancellationToken);
        }
        catch (DuckDBException failure) when (failure.MayPass())
        {
            throw new EventhouseException($"The Eventhouse cannot be written: {failure.Message}", failure);
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Open()
    {
        _database = EmbeddedDatabase.Open(options);
        var partitions = new PartitionCatalog();
        partitions.Load(_database.Writer);
        _kql = new EmbeddedKql(_database, ExclusiveAsync, options, time);
        _writer = new BatchWriter(_database, partitions, () => _kql.Updates, time);
        _checkpoints = new CheckpointWorker(_database, options.CheckpointBytes);
    }

    private async Task<T> ReadAsync<T>(Func<DuckDBConnection, T> read, CancellationToken cancellationToken)
    {
        var database = Database;
        try
        {
            return await Task.Run(
                () =>
                {
                    using var reader = database.OpenReader();
                    return read(reader);
                },
                cancellationToken);
        }
        catch (DuckDBException failure) when (failure.MayPass())
        {
            throw new EventhouseException($"The Eventhouse cannot be read: {failure.Message}", failure);
        }
    }
}
