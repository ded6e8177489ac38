using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>What is said of rows that cannot be read, after "Row 7".</summary>
internal static class RowErrors
{
    private const int Longest = 60;

    /// <summary>A value does not fit its column.</summary>
    public static string DoesNotFit(CatalogColumn column, string value) =>
        $"has '{(value.Length <= Longest ? value : value[..Longest] + "...")}' for '{column.Name}', which is a {column.Type.Name()}.";
}
