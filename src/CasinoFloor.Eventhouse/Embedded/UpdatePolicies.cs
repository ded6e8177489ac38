using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Eventhouse.Embedded.Loading;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Kql;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>
/// The update policies in force: what tables get of each row that goes into another, in the transaction of that row. In a policy's query the source stands
/// for the rows that the running transaction has added.
/// </summary>
internal sealed class UpdatePolicies
{
    // DuckDB numbers the rows that a transaction has added from about 2^55 on until they are committed, far beyond those of any table.
    private const long FirstNewRow = 1L << 54;

    private readonly Dictionary<string, Source> _sources;

    /// <summary>Those of a database.</summary>
    public UpdatePolicies(DatabaseMetadata metadata, TimeProvider time)
    {
        _sources = Enabled(metadata).Where(update => metadata.Find(update.Source) is not null).GroupBy(update => update.Source, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new Source(metadata.Find(group.Key)!, metadata, time, [.. group.Select(update => (update.Target, update.Query))]),
            StringComparer.Ordinal);
    }

    /// <summary>Why a policy cannot give what it promises; null when all can.</summary>
    public static string? Broken(DatabaseMetadata metadata, TimeProvider time)
    {
        var all = Enabled(metadata).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var engine = new KqlEngine(metadata.ToCatalog(EmbeddedEventhouse.DatabaseName), time);
        return all.Select(update => Broken(engine.Analyze(new KqlQuery(update.Query)), update.Target)).FirstOrDefault(broken => broken is not null);
    }

    /// <summary>Puts into other tables what they get of the rows that the running transaction has added to one.</summary>
    /// <param name="connection">A connection that <see cref="KqlEngine.Prepare"/> has seen, in a transaction.</param>
    /// <param name="table">The table that has new rows.</param>
    /// <param name="ingested">The moment of ingestion, microseconds since 1970.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RowsRefusedException">A policy does not take the rows: the transaction has to be rolled back.</exception>
    /// <exception cref="EventhouseException">There is not enough memory for it now; likewise.</exception>
    public void Run(DuckDBConnection connection, string table, long ingested, CancellationToken cancellationToken)
    {
        if (!_sources.TryGetValue(table, out var source))
        {
            return;
        }

        connection.Run($"CREATE OR REPLACE TEMP VIEW {SchemaProvisioner.Quote(source.View)} AS SELECT * FROM {source.Table.Sql} WHERE rowid >= {FirstNewRow}");
        foreach (var (target, query) in source.Updates)
        {
            var (_, error) = source.Engine.RunAround(connection, new KqlQuery(query), (columns, select) => Insert(target, table, columns, select, ingested), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (error is { Code: KqlErrorCodes.RunawayQuery or KqlErrorCodes.Timeout })
            {
                throw new EventhouseException($"The update policy of '{target.Name}' cannot run: {error.Message}");
            }

            if (error is not null)
            {
                throw Refusal(target, table, error.Message);
            }
        }
    }

    private static IEnumerable<(CatalogTable Target, string Source, string Query)> Enabled(DatabaseMetadata metadata) => metadata.AllTables().SelectMany(
        target => metadata.NotesOf(target.Name).Policies.Updates.Where(update => update.IsEnabled).Select(update => (target, update.Source, update.Query)));

    private static RowsRefusedException Refusal(CatalogTable target, string table, string why) => new($"The update policy of '{target.Name}' refuses the rows of '{table}': {why}");

    private static string? Broken(KqlAnalysis analysis, CatalogTable target)
    {
        var why = analysis.Error?.Message ?? target.Misfit(analysis.Columns);
        return why is null ? null : $"The update policy of '{target.Name}' would not work any more: {why}";
    }

    private static string Insert(CatalogTable target, string table, IReadOnlyList<KqlResultColumn> given, string select, long ingested)
    {
        if (target.Misfit(given) is { } misfit)
        {
            throw Refusal(target, table, misfit);
        }

        var columns = TargetColumns.Of(target, name => "r" + target.Columns.ToList().FindIndex(column => column.Name == name), ingested);
        return $"INSERT INTO {target.Sql} ({columns.Names}) SELECT {columns.Values} FROM ({select})";
    }

    private sealed class Source
    {
        public Source(CatalogTable table, DatabaseMetadata metadata, TimeProvider time, IReadOnlyList<(CatalogTable Target, string Query)> updates)
        {
            Table = table;
            Updates = updates;
            View = "new_rows_of_" + table.DuckDbName.Replace('.', '_');
            Engine = new KqlEngine(
                metadata.ToCatalog(EmbeddedEventhouse.DatabaseName, other => other.Name == table.Name ? other.Describe() with { DuckDbName = View } : other.Describe()), time);
        }

        public CatalogTable Table { get; }

        public string View { get; }

        public KqlEngine Engine { get; }

        public IReadOnlyList<(CatalogTable Target, string Query)> Updates { get; }
    }
}
