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
        var updates = metadata.AllTables()
            .SelectMany(target => metadata.NotesOf(target.Name).Policies.Updates.Where(update => update.IsEnabled).Select(update => (Target: target, update.Source, update.Query)))
            .Where(update => metadata.Find(update.Source) is not null);
        _sources = updates.GroupBy(update => update.Source, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new Source(metadata.Find(group.Key)!, metadata, time, [.. group.Select(update => (update.Target, update.Query))]),
            StringComparer.Ordinal);
    }

    /// <summary>Prepares a connection for <see cref="Run"/>; not within a transaction.</summary>
    public void Prepare(DuckDBConnection connection)
    {
        foreach (var source in _sources.Values)
        {
            KqlEngine.Prepare(connection);
            connection.Run($"CREATE OR REPLACE TEMP VIEW {SchemaProvisioner.Quote(source.View)} AS SELECT * FROM {source.Table.Sql} WHERE rowid >= {FirstNewRow}");
        }
    }

    /// <summary>Puts into other tables what they get of the rows that the running transaction has added to one.</summary>
    /// <param name="connection">A connection that <see cref="Prepare"/> has seen, in a transaction.</param>
    /// <param name="table">The table that has new rows.</param>
    /// <param name="ingested">The moment of ingestion, microseconds since 1970.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RowsRefusedException">A policy's query failed: the transaction has to be rolled back.</exception>
    public void Run(DuckDBConnection connection, string table, long ingested, CancellationToken cancellationToken)
    {
        if (!_sources.TryGetValue(table, out var source))
        {
            return;
        }

        foreach (var (target, query) in source.Updates)
        {
            var (_, error) = source.Engine.RunAround(connection, new KqlQuery(query), (_, select) => Insert(target, select, ingested), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (error is not null)
            {
                throw new RowsRefusedException($"The update policy of '{target.Name}' refuses the rows of '{table}': {error.Message}");
            }
        }
    }

    private static string Insert(CatalogTable target, string select, long ingested)
    {
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
