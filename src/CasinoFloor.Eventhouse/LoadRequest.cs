namespace CasinoFloor.Eventhouse;

/// <summary>Rows to be put into a table, all or none.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Format">How they are written.</param>
/// <param name="Data">The rows as UTF-8.</param>
public sealed record LoadRequest(string Table, RowFormat Format, ReadOnlyMemory<byte> Data)
{
    /// <summary>The table's mapping by which documents become rows; null takes properties by the names of the columns, and texts by their order.</summary>
    public string? Mapping { get; init; }

    /// <summary>Whether the first row has the names of the columns.</summary>
    public bool HasHeader { get; init; }

    /// <summary>Whether it is subject to the streaming ingestion policy.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>Finds a format by Kusto's name for it; null for one that is not read here.</summary>
    public static RowFormat? FormatOf(string name) => name.ToLowerInvariant() switch
    {
        "json" or "multijson" => RowFormat.Json,
        "csv" => RowFormat.Csv,
        "tsv" or "tsve" => RowFormat.Tsv,
        "psv" => RowFormat.Psv,
        "scsv" => RowFormat.Scsv,
        _ => null,
    };
}
