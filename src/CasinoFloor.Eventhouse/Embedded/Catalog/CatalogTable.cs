using System.Globalization;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Catalog;

/// <summary>A column as commands and ingestion see it.</summary>
/// <param name="Name">Its name in queries.</param>
/// <param name="Type">Its type.</param>
/// <param name="DuckDbName">Its name in DuckDB, not quoted.</param>
internal sealed record CatalogColumn(string Name, KqlType Type, string DuckDbName);

/// <summary>A table as commands and ingestion see it: one of ours, or one that a command created.</summary>
/// <param name="Name">Its name in queries.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="DuckDbName">Its name in DuckDB with its schema, not quoted.</param>
/// <param name="IngestedBy">The DuckDB column with the moment of ingestion; null where there is none.</param>
/// <param name="Definition">Of one of ours; null for others.</param>
internal sealed record CatalogTable(string Name, IReadOnlyList<CatalogColumn> Columns, string DuckDbName, string? IngestedBy, TableDefinition? Definition)
{
    /// <summary>The schema of the tables that commands create.</summary>
    public const string UserSchema = "user_tables";

    /// <summary>The column of those tables with the moment of ingestion.</summary>
    public const string UserIngestedBy = "ingested_at";

    private static readonly Dictionary<string, CatalogTable> BuiltIn = EventhouseTables.All.Select(Of).ToDictionary(table => table.Name, StringComparer.Ordinal);

    /// <summary>Our own tables, by name.</summary>
    public static IReadOnlyDictionary<string, CatalogTable> AllBuiltIn => BuiltIn;

    /// <summary>Whether it is one of ours, which commands may fill and describe but not change.</summary>
    public bool IsBuiltIn => Definition is not null;

    /// <summary>The quoted name for SQL.</summary>
    public string Sql => string.Join('.', DuckDbName.Split('.').Select(SchemaProvisioner.Quote));

    /// <summary>Why rows with these columns cannot go into it; null when they can. Columns are taken by order and type.</summary>
    public string? Misfit(IReadOnlyList<KqlResultColumn> given) => Columns.Select(column => column.Type).SequenceEqual(given.Select(column => column.Type))
        ? null
        : $"The query's columns ({string.Join(", ", given.Select(column => $"{column.Name}:{column.Type.Name()}"))}) do not fit those of '{Name}' "
            + $"({string.Join(", ", Columns.Select(column => $"{column.Name}:{column.Type.Name()}"))}), which are taken by order and type.";

    /// <summary>One that a command created.</summary>
    public static CatalogTable Of(UserTable table) => new(
        table.Name,
        [.. table.Columns.Select((column, index) => new CatalogColumn(column.Name, column.Type, string.Create(CultureInfo.InvariantCulture, $"c{index}")))],
        string.Create(CultureInfo.InvariantCulture, $"{UserSchema}.t{table.Number}"),
        UserIngestedBy,
        null);

    /// <summary>As the query engine sees it.</summary>
    public KqlTable Describe() => Definition is not null
        ? KqlTables.Describe(Definition)
        : new KqlTable(Name, [.. Columns.Select(column => new KqlColumn(column.Name, column.Type, column.DuckDbName, HasNulls: false))], DuckDbName, IngestedBy);

    private static CatalogTable Of(TableDefinition table) => new(
        table.Name,
        [.. KqlTables.Describe(table).Columns.Select(column => new CatalogColumn(column.Name, column.Type, column.Name))],
        table.Name,
        table.IngestedBy,
        table);
}
