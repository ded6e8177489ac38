using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>The stored tables as queries see them.</summary>
internal static class KqlTables
{
    /// <summary>Describes a table to the query engine.</summary>
    public static KqlTable Describe(TableDefinition table) => new(
        table.Name,
        [.. table.Columns.Select(column => new KqlColumn(column.Name, KqlTypeOf(column.Type), HasNulls: false))],
        IngestionTimeColumn: table.IngestedBy);

    private static KqlType KqlTypeOf(KustoType type) => type switch
    {
        KustoType.String => KqlType.String,
        KustoType.Real => KqlType.Real,
        KustoType.Decimal => KqlType.Decimal,
        KustoType.Long => KqlType.Long,
        KustoType.Int => KqlType.Int,
        KustoType.Bool => KqlType.Bool,
        KustoType.DateTime => KqlType.DateTime,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
