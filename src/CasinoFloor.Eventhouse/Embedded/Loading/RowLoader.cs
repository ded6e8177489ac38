using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>Decides how a request's rows are read, and reads them.</summary>
internal static class RowLoader
{
    /// <summary>Why the request is refused; null when table and fields are known.</summary>
    public static string? Plan(DatabaseMetadata metadata, LoadRequest request, out CatalogTable? table, out IReadOnlyList<RowField>? fields)
    {
        fields = null;
        table = metadata.Find(request.Table);
        if (table is null)
        {
            return $"There is no table '{request.Table}'.";
        }

        if (RefuseTable(table) is { } refused)
        {
            return refused;
        }

        if (request.IsStreaming && (metadata.NotesOf(table.Name).Policies.Streaming ?? metadata.Policies.Streaming) == false)
        {
            return $"The streaming ingestion policy of '{table.Name}' is disabled.";
        }

        if (request.Mapping is null)
        {
            fields = RowField.ByName(table);
            return null;
        }

        if (request.Format != RowFormat.Json)
        {
            return "A mapping is for JSON only: other formats are read by the order of the columns.";
        }

        if (!metadata.NotesOf(table.Name).Mappings.TryGetValue(request.Mapping, out var mapping))
        {
            return $"The table '{table.Name}' has no ingestion mapping '{request.Mapping}'.";
        }

        (fields, var wrong) = RowField.Of(table, mapping.Columns);
        return wrong;
    }

    /// <summary>Why no rows from outside may go into a table; null when they may.</summary>
    public static string? RefuseTable(CatalogTable table) => table.Definition == EventhouseTables.Checkpoints
        ? $"'{table.Name}' is the pipeline's own record of what it has stored: it can be read only."
        : null;

    /// <summary>Hands over the rows; gives what is wrong with the first that cannot be read.</summary>
    public static string? Read(LoadRequest request, IReadOnlyList<RowField> fields, Action<object?[]> take)
    {
        return request.Format switch
        {
            RowFormat.Json => JsonRows.Read(request.Data.Span, fields, take),
            RowFormat.Csv => Separated(','),
            RowFormat.Tsv => Separated('\t'),
            RowFormat.Psv => Separated('|'),
            RowFormat.Scsv => Separated(';'),
            _ => throw new InvalidOperationException($"No format {request.Format}."),
        };

        string? Separated(char separator) =>
            SeparatedRows.Read(request.Data.Span, separator, request.HasHeader, [.. fields.Select(field => field.Column)], take);
    }
}
