using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>Where the value of a column comes from.</summary>
/// <param name="Column">The column.</param>
/// <param name="Path">Its place in a document; null takes the property that is named as the column.</param>
/// <param name="Transform">What is done to the value.</param>
/// <param name="Constant">The value of every row; null when it comes from the document.</param>
internal sealed record RowField(CatalogColumn Column, JsonPath? Path, UnixTime Transform, string? Constant)
{
    /// <summary>The fields of a mapping, or what is wrong with it.</summary>
    public static (IReadOnlyList<RowField>? Fields, string? Error) Of(CatalogTable table, IEnumerable<KqlMappingColumn> mapping)
    {
        var fields = new List<RowField>();
        foreach (var given in mapping)
        {
            if (table.Columns.FirstOrDefault(column => column.Name == given.Column) is not { } column)
            {
                return (null, $"The table '{table.Name}' has no column '{given.Column}'.");
            }

            var path = given.Path is null ? null : JsonPath.Parse(given.Path);
            if (path is null && given.Path is not null)
            {
                return (null, $"'{given.Path}' is no path of the forms $.a.b, $['a']['b'] and $.a[0].");
            }

            if (path is null && given.ConstantValue is null)
            {
                return (null, $"The column '{given.Column}' of the mapping needs a path or a constant value.");
            }

            if (Enum.TryParse<UnixTime>(given.Transform ?? nameof(UnixTime.None), ignoreCase: true, out var transform) is false)
            {
                return (null, $"The transformation '{given.Transform}' is not supported; {string.Join(", ", Enum.GetNames<UnixTime>().Skip(1))} are.");
            }

            if (fields.Exists(field => field.Column.Name == column.Name))
            {
                return (null, $"The mapping names the column '{column.Name}' twice.");
            }

            fields.Add(new RowField(column, path, transform, given.ConstantValue));
        }

        return fields.Count > 0 ? (fields, null) : (null, "The mapping names no column.");
    }

    /// <summary>A field for each column, by its name.</summary>
    public static IReadOnlyList<RowField> ByName(CatalogTable table) => [.. table.Columns.Select(column => new RowField(column, null, UnixTime.None, null))];
}
