namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>A table: its columns in the order in which rows are written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record TableDefinition(string Name, IReadOnlyList<ColumnDefinition> Columns)
{
    /// <summary>
    /// SQL of the moment by which a row ages, where retention applies; null where rows stay. Ingestion time where the table has one,
    /// as Kusto's own retention counts, so that a replay of old events is not deleted on arrival.
    /// </summary>
    public string? AgedBy { get; init; }

    /// <summary>The column with the moment a row was stored, behind <c>ingestion_time()</c>; null where no column has it.</summary>
    public string? IngestedBy { get; init; }

    /// <summary>The table from whose new rows it is filled and the query that does so: its update policy in <c>kql/schema</c>; null where the product writes it.</summary>
    public (string Source, string Query)? Update { get; init; }

    /// <summary>Names of the primary key's columns; empty where there is none.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];
}
