using System.Globalization;
using CasinoFloor.Eventhouse.Embedded.Catalog;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>What an INSERT says of a table's columns.</summary>
/// <param name="Names">Their names, for the list behind the table.</param>
/// <param name="Values">Their values, for the list of the SELECT.</param>
internal sealed record TargetColumns(string Names, string Values)
{
    /// <summary>All columns of a table, with what <see cref="BuiltInRules"/> put where nothing is given.</summary>
    /// <param name="table">The table.</param>
    /// <param name="given">The SQL of a column's given value by its name; null when the rows do not have it.</param>
    /// <param name="ingested">The moment of ingestion, microseconds since 1970.</param>
    public static TargetColumns Of(CatalogTable table, Func<string, string?> given, long ingested)
    {
        var values = table.Columns.Select(column => (Name: column.DuckDbName, Value: BuiltInRules.Value(table, column, given(column.Name), ingested)));
        if (!table.IsBuiltIn)
        {
            values = values.Append((CatalogTable.UserIngestedBy, $"make_timestamp({ingested.ToString(CultureInfo.InvariantCulture)})"));
        }

        var list = values.ToList();
        return new TargetColumns(string.Join(", ", list.Select(item => SchemaProvisioner.Quote(item.Name))), string.Join(", ", list.Select(item => item.Value)));
    }
}
