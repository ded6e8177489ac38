using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Execution;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;
using DuckDB.NET.Data;

namespace CasinoFloor.Kql;

/// <summary>
/// Answers queries of the Kusto Query Language with DuckDB. An engine holds no connection and no state of a query; one instance serves
/// any number of callers at once, each with a connection of its own.
/// </summary>
/// <param name="catalog">The tables that queries can see.</param>
/// <param name="clock">What <c>now()</c> answers and timeouts are measured with; the system's clock by default.</param>
public sealed class KqlEngine(KqlCatalog catalog, TimeProvider? clock = null)
{
    private const int MaxQueryLength = 1_000_000;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>The tables and functions that queries can see.</summary>
    public KqlCatalog Catalog => catalog;

    /// <summary>Runs a query. Everything that can be wrong with it is in <see cref="KqlResult.Error"/>; nothing is thrown for it.</summary>
    /// <param name="connection">An open connection to the database with the tables; used by this call alone until it returns.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellation">Stops the query; the answer is then an error of code <see cref="KqlErrorCodes.Cancelled"/>.</param>
    public Task<KqlResult> ExecuteAsync(DuckDBConnection connection, KqlQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(query);
        return Task.Run(() => Execute(connection, query, cancellation), CancellationToken.None);
    }

    /// <summary>The same, on the calling thread.</summary>
    /// <inheritdoc cref="ExecuteAsync"/>
    public KqlResult Execute(DuckDBConnection connection, KqlQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(query);
        KqlResult? result = null;
        var error = Guard(
            connection,
            query,
            runner =>
            {
                var (binder, statements) = Bind(query, runner);
                var tables = statements.SelectMany(rels => Tables(runner, rels, query)).ToList();
                result = new KqlResult(tables, binder.Visualization, null);
            },
            cancellation);
        return error is null ? result! : KqlResult.Failed(error);
    }

    /// <summary>
    /// Runs a statement of the caller's around a query, such as an INSERT, so that the rows need not leave DuckDB. It runs in the transaction of the
    /// connection when there is one; that transaction must be rolled back after an error. Limits of rows and bytes do not apply.
    /// </summary>
    /// <param name="connection">An open connection that <see cref="Prepare"/> has seen; used by this call alone until it returns.</param>
    /// <param name="query">The query; its last tabular statement counts.</param>
    /// <param name="around">
    /// Makes the statement of the columns and the SELECT of their rows: column <c>i</c> is named <c>r{i}</c> and has the DuckDB type that a table's column
    /// of its type has.
    /// </param>
    /// <param name="cancellation">Stops it; nothing was done then.</param>
    /// <returns>The rows that DuckDB counted, or what is wrong.</returns>
    public (long Rows, KqlError? Error) RunAround(
        DuckDBConnection connection, KqlQuery query, Func<IReadOnlyList<KqlResultColumn>, string, string> around, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(around);
        var rows = 0L;
        var error = Guard(
            connection,
            query,
            runner =>
            {
                var rel = Bind(query, runner).Statements[^1][^1];
                var select = Translator.TranslateStored(rel);
                rows = runner.Run(select with { Sql = around(Columns(rel), select.Sql) });
            },
            cancellation);
        return error is null ? (rows, null) : (0, error);
    }

    /// <summary>
    /// Makes a connection known to the engine, which adds a function to the database instance. Queries do so by themselves; a connection that is to
    /// query within a transaction that writes needs it before.
    /// </summary>
    public static void Prepare(DuckDBConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        FunctionHost.EnsureRegistered(connection);
    }

    /// <summary>Parses, binds and translates a query without running it.</summary>
    public KqlAnalysis Analyze(KqlQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        try
        {
            var (binder, statements) = Bind(query, null);
            var last = statements.Count == 0 ? null : statements[^1][^1];
            return new KqlAnalysis(
                last is null ? [] : Columns(last),
                binder.DeclaredParameters,
                binder.Visualization,
                last is null ? null : Translator.Translate(last, wrapsOverflow: false, isNested: false).Sql,
                null);
        }
        catch (KqlFailure failure)
        {
            return new KqlAnalysis([], [], null, null, failure.ToError(query.Text));
        }
    }

    private KqlError? Guard(DuckDBConnection connection, KqlQuery query, Action<QueryRunner> run, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(query.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            run(new QueryRunner(connection, query, either.Token));
            return null;
        }
        catch (KqlFailure failure)
        {
            return failure.ToError(query.Text);
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is OperationCanceledException or DuckDBException)
        {
            return new KqlError(KqlErrorCodes.Cancelled, "The query was cancelled.", 0, 0, 0, 0);
        }
        catch (Exception e) when (timeout.IsCancellationRequested && e is OperationCanceledException or DuckDBException)
        {
            return new KqlError(KqlErrorCodes.Timeout, $"The query ran longer than {query.Timeout}.", 0, 0, 0, 0);
        }
        catch (DuckDBException e)
        {
            return ExecutionErrors.Describe(e);
        }
    }

    private (Binder Binder, List<IReadOnlyList<Rel>> Statements) Bind(KqlQuery query, QueryRunner? runner)
    {
        if (query.Text.Length > MaxQueryLength)
        {
            throw new KqlFailure(KqlErrorCodes.TooComplex, $"The query is longer than {MaxQueryLength} characters.", default);
        }

        var now = query.Now?.Ticks ?? _clock.GetUtcNow().UtcTicks;
        var binder = new Binder(catalog, query, now - (now % 10), runner);
        if (catalog.Functions.Length > 0)
        {
            binder.DeclareStored(catalog.Statements);
        }

        var statements = binder.Bind(Parser.Parse(query.Text));
        return statements.Count > 0 || runner is null
            ? (binder, statements)
            : throw KqlFailure.Syntax("The query has no tabular statement.", new TextSpan(query.Text.Length, 0));
    }

    private static IEnumerable<KqlResultTable> Tables(QueryRunner runner, IReadOnlyList<Rel> rels, KqlQuery query) =>
        rels.Zip(runner.Run(rels, Math.Min(query.MaxRows, query.TakeRows ?? int.MaxValue)), (rel, rows) => Table(rel, rows, query));

    private static KqlResultTable Table(Rel rel, List<object?[]> rows, KqlQuery query)
    {
        var isCut = rows.Count > query.TakeRows;
        if (isCut)
        {
            rows.RemoveRange(query.TakeRows!.Value, rows.Count - query.TakeRows.Value);
        }

        return rows.Count <= query.MaxRows
            ? new KqlResultTable(rel.Name ?? "PrimaryResult", Columns(rel), rows, rel.Ordering.IsExplicit) { IsCut = isCut }
            : throw new KqlFailure(KqlErrorCodes.ResultTooLarge, $"The result has more than {query.MaxRows} rows.", default);
    }

    private static KqlResultColumn[] Columns(Rel rel) => [.. rel.Columns.Select(c => new KqlResultColumn(c.Name, c.Type))];
}
