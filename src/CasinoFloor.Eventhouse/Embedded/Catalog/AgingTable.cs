namespace CasinoFloor.Eventhouse.Embedded.Catalog;

/// <summary>A table whose rows are deleted when they are too old.</summary>
/// <param name="Sql">Its quoted name.</param>
/// <param name="AgedBy">SQL of the moment by which a row ages.</param>
/// <param name="Age">How old rows become.</param>
internal sealed record AgingTable(string Sql, string AgedBy, TimeSpan Age)
{
    /// <summary>All tables that age: those of ours that have a moment to age by, and those with a retention policy.</summary>
    public static IReadOnlyList<AgingTable> All(DatabaseMetadata metadata, EmbeddedOptions options) =>
        [.. metadata.AllTables().Select(table => Of(table, metadata, options)).OfType<AgingTable>()];

    /// <summary>
    /// How long rows of a table are kept: by its own policy, the database's, or the settings for those of ours; null for ever. A table without a moment
    /// to age by shows its policy and keeps its rows.
    /// </summary>
    public static RetentionPolicy? InForce(CatalogTable table, DatabaseMetadata metadata, EmbeddedOptions options) =>
        metadata.NotesOf(table.Name).Policies.Retention
        ?? (AgedByOf(table) is null ? null : metadata.Policies.Retention ?? (table.IsBuiltIn ? new RetentionPolicy(options.RetentionAge, false) : null));

    private static AgingTable? Of(CatalogTable table, DatabaseMetadata metadata, EmbeddedOptions options) =>
        AgedByOf(table) is { } agedBy && InForce(table, metadata, options) is { } policy ? new AgingTable(table.Sql, agedBy, policy.SoftDeletePeriod) : null;

    private static string? AgedByOf(CatalogTable table) => table.IsBuiltIn ? table.Definition!.AgedBy : CatalogTable.UserIngestedBy;
}
