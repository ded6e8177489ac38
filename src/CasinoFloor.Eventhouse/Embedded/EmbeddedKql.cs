using System.Globalization;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Eventhouse.Embedded.Commands;
using CasinoFloor.Eventhouse.Embedded.Loading;
using CasinoFloor.Kql;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>The KQL side of the database: what queries see, and the changes that commands make to it.</summary>
/// <param name="database">The open database.</param>
/// <param name="exclusively">Runs work while nobody else writes.</param>
/// <param name="options">Validated settings.</param>
/// <param name="time">The clock.</param>
internal sealed class EmbeddedKql(EmbeddedDatabase database, Func<Action, CancellationToken, Task> exclusively, EmbeddedOptions options, TimeProvider time) : IDisposable
{
    private readonly ReaderPool _readers = new(database);
    private readonly OperationLog _operations = new();
    private volatile State _state = State.Of(MetadataStore.Load(database.Writer), time);

    /// <summary>What commands have created so far.</summary>
    public DatabaseMetadata Metadata => _state.Metadata;

    /// <summary>The commands that were run.</summary>
    public OperationLog Operations => _operations;

    /// <summary>Settings of the database.</summary>
    public EmbeddedOptions Options => options;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>Answers a query.</summary>
    public async Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken)
    {
        var reader = _readers.Rent();
        KqlResult result;
        try
        {
            result = await _state.Engine.ExecuteAsync(reader, query, cancellationToken);
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        if (result.Error is { Code: KqlErrorCodes.Cancelled or KqlErrorCodes.Timeout })
        {
            // An interruption that came late would end the next query of this connection.
            reader.Dispose();
        }
        else
        {
            _readers.Return(reader);
        }

        return result;
    }

    /// <summary>The update policies in force.</summary>
    public UpdatePolicies Updates => _state.Updates;

    /// <summary>The tables and functions that queries can see.</summary>
    public KqlCatalog Catalog => _state.Engine.Catalog;

    /// <summary>What is known of a query without running it.</summary>
    public KqlAnalysis Analyze(KqlQuery query) => _state.Engine.Analyze(query);

    /// <summary>The same as if the metadata were another.</summary>
    public KqlAnalysis Analyze(KqlQuery query, DatabaseMetadata metadata) => State.Of(metadata, time).Engine.Analyze(query);

    /// <summary>Runs a management command.</summary>
    public Task<KqlResult> CommandAsync(string text, CancellationToken cancellationToken) => new CommandRunner(this).RunAsync(text, cancellationToken);

    /// <summary>Puts rows into a table, all or none; gives their number, or what is wrong.</summary>
    public async Task<(long Rows, string? Error)> LoadAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        if (RowLoader.Plan(Metadata, request, out var table, out var fields) is { } refused)
        {
            return (0, refused);
        }

        return await AppendAsync(
            table!.Name, [.. fields!.Select(field => field.Column)], sink => RowLoader.Read(request, fields!, sink.Add), cancellationToken);
    }

    /// <summary>
    /// Stages rows while others write, then puts them into the table in one transaction, together with what update policies make of them.
    /// </summary>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns of the rows.</param>
    /// <param name="stage">Gives the rows; a message when one is wrong.</param>
    /// <param name="cancellationToken">Ends it before the rows go in.</param>
    private async Task<(long Rows, string? Error)> AppendAsync(
        string table, IReadOnlyList<CatalogColumn> columns, Func<RowSink, string?> stage, CancellationToken cancellationToken)
    {
        using var connection = database.OpenReader();
        KqlEngine.Prepare(connection);
        using var sink = new RowSink(connection, columns);
        var wrong = await Task.Run(() => stage(sink), cancellationToken);
        wrong ??= await StoreAsync(
            sink,
            connection,
            table,
            metadata => metadata.Find(table) is null ? MetadataChange.Refused($"There is no table '{table}'.") : new MetadataChange(metadata),
            cancellationToken);
        return (wrong is null ? sink.Count : 0, wrong);
    }

    /// <summary>
    /// Stages the rows of a query while others write, then puts them into a table in one transaction, together with a change of the metadata and what
    /// update policies make of them.
    /// </summary>
    /// <param name="table">The table's name; the change may create it.</param>
    /// <param name="query">The query.</param>
    /// <param name="fit">The table's columns for those of the query, or why they do not fit.</param>
    /// <param name="change">What changes before the rows of these columns go in.</param>
    /// <param name="cancellationToken">Ends it before the rows go in.</param>
    public async Task<(long Rows, KqlError? Error)> AppendAsync(
        string table,
        KqlQuery query,
        Func<IReadOnlyList<KqlResultColumn>, (IReadOnlyList<CatalogColumn> Columns, string? Error)> fit,
        Func<DatabaseMetadata, IReadOnlyList<KqlResultColumn>, MetadataChange> change,
        CancellationToken cancellationToken)
    {
        using var connection = database.OpenReader();
        KqlEngine.Prepare(connection);
        RowSink? sink = null;
        try
        {
            IReadOnlyList<KqlResultColumn> given = [];
            string? misfit = null;
            var (rows, failed) = await Task.Run(
                () => _state.Engine.RunAround(
                    connection,
                    query,
                    (columns, select) =>
                    {
                        given = columns;
                        (var wanted, misfit) = fit(columns);
                        sink = new RowSink(connection, wanted);
                        return misfit is null ? sink.Take(select) : "SELECT 0";
                    },
                    cancellationToken),
                CancellationToken.None);
            if (failed is not null)
            {
                return (0, failed);
            }

            misfit ??= rows > RowSink.MostTaken ? string.Create(CultureInfo.InvariantCulture, $"The query has more than {RowSink.MostTaken} rows: append them in parts.") : null;
            misfit ??= await StoreAsync(sink!, connection, table, metadata => change(metadata, given), cancellationToken);
            return misfit is null ? (rows, null) : (0, new KqlError(KqlErrorCodes.Semantic, misfit, 0, 0, 0, 0));
        }
        finally
        {
            sink?.Dispose();
        }
    }

    // Only the database knows the range of some types, such as the digits of a decimal column.
    private async Task<string?> StoreAsync(
        RowSink sink, DuckDBConnection connection, string table, Func<DatabaseMetadata, MetadataChange> change, CancellationToken cancellationToken)
    {
        sink.Complete();
        if (sink.Check(CatalogTable.AllBuiltIn.GetValueOrDefault(table)) is { } wrong)
        {
            return wrong;
        }

        try
        {
            return await ChangeAsync(
                connection,
                change,
                metadata =>
                {
                    var ingested = Ingestion.StoredTime.FromTicks(time.GetUtcNow().UtcTicks);
                    sink.Insert(metadata.Find(table)!, ingested);
                    (ReferenceEquals(metadata, Metadata) ? Updates : new UpdatePolicies(metadata, time)).Run(connection, table, ingested, cancellationToken);
                },
                cancellationToken);
        }
        catch (RowsRefusedException refused)
        {
            return $"{refused.Message} No row was stored.";
        }
        catch (EventhouseException refused) when (refused.InnerException is DuckDBException
        { ErrorType: DuckDBErrorType.Conversion or DuckDBErrorType.OutOfRange or DuckDBErrorType.Constraint })
        {
            return $"A value is out of the range of its column in '{table}'. No row was stored.";
        }
    }

    /// <summary>Changes the metadata and the tables in one transaction; gives what is wrong, null when it is done.</summary>
    public async Task<string?> ChangeAsync(Func<DatabaseMetadata, MetadataChange> change, CancellationToken cancellationToken)
    {
        using var connection = database.OpenReader();
        return await ChangeAsync(connection, change, _ => { }, cancellationToken);
    }

    /// <summary>Reads something with SQL of ours.</summary>
    public T Read<T>(Func<DuckDBConnection, T> read)
    {
        using var connection = database.OpenReader();
        return read(connection);
    }

    /// <summary>Bytes in use.</summary>
    public long UsedBytes() => Read(database.UsedBytes);

    /// <inheritdoc />
    public void Dispose() => _readers.Dispose();

    private async Task<string?> ChangeAsync(
        DuckDBConnection connection, Func<DatabaseMetadata, MetadataChange> change, Action<DatabaseMetadata> rows, CancellationToken cancellationToken)
    {
        string? error = null;
        await exclusively(
            () =>
            {
                var before = Metadata;
                var next = change(before);
                error = next.Error ?? Breaks(before, next.Metadata!);
                if (error is not null)
                {
                    return;
                }

                InTransaction(connection, () =>
                {
                    foreach (var statement in next.Sql)
                    {
                        connection.Run(statement);
                    }

                    rows(next.Metadata!);
                    if (!ReferenceEquals(before, next.Metadata))
                    {
                        MetadataStore.Save(connection, next.Metadata!);
                    }
                });
                if (!ReferenceEquals(before, next.Metadata))
                {
                    _state = State.Of(next.Metadata!, time);
                }
            },
            cancellationToken);
        return error;
    }

    // A change that a policy does not outlive would end all writing. One that is broken already must not keep anybody from mending it.
    private string? Breaks(DatabaseMetadata before, DatabaseMetadata next) =>
        !ReferenceEquals(before, next) && UpdatePolicies.Broken(next, time) is { } broken && UpdatePolicies.Broken(before, time) is null ? broken : null;

    private static void InTransaction(DuckDBConnection connection, Action work)
    {
        connection.Run("BEGIN TRANSACTION");
        try
        {
            work();
            connection.Run("COMMIT");
        }
        catch
        {
            try
            {
                connection.Run("ROLLBACK");
            }
            catch (DuckDBException none) when (none.ErrorType == DuckDBErrorType.Transaction)
            {
                // A commit that failed has rolled back already.
            }

            throw;
        }
    }

    private sealed record State(DatabaseMetadata Metadata, KqlEngine Engine, UpdatePolicies Updates)
    {
        public static State Of(DatabaseMetadata metadata, TimeProvider time) =>
            new(metadata, new KqlEngine(metadata.ToCatalog(EmbeddedEventhouse.DatabaseName), time), new UpdatePolicies(metadata, time));
    }
}
