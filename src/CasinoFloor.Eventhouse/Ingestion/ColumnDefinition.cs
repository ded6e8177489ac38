namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, snake case.</param>
/// <param name="Type">Its Kusto type.</param>
/// <param name="Precision">Digits in total, of a decimal; 0 otherwise.</param>
/// <param name="Scale">Digits after the point, of a decimal; 0 otherwise.</param>
public sealed record ColumnDefinition(string Name, KustoType Type, byte Precision = 0, byte Scale = 0)
{
    /// <summary>Whether nearly every value differs from all others: compressing it costs much and saves little.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The type's name in DuckDB.</summary>
    public string DuckDbTypeName => Type switch
    {
        KustoType.String => "VARCHAR",
        KustoType.Real => "DOUBLE",
        KustoType.Decimal => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DECIMAL({Precision},{Scale})"),
        KustoType.Long => "BIGINT",
        KustoType.Int => "INTEGER",
        KustoType.Bool => "BOOLEAN",
        KustoType.DateTime => "TIMESTAMP",
        _ => throw new ArgumentOutOfRangeException(Name, Type, null),
    };
}
