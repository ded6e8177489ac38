using System.Globalization;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary><c>.show tables</c>, <c>.show table T</c></summary>
internal static class ShowTables
{
    /// <summary>Tables, by name.</summary>
    /// <param name="names">Which; empty for all.</param>
    /// <param name="details">Whether rows are counted and policies shown.</param>
    /// <param name="kql">The database.</param>
    public static KqlResult All(IReadOnlyCollection<string> names, bool details, EmbeddedKql kql)
    {
        var metadata = kql.Metadata;
        var tables = metadata.AllTables().Where(table => names.Count == 0 || names.Contains(table.Name));
        return details
            ? Answer.Table(
                "TableName:string, DatabaseName:string, Folder:string, DocString:string, TotalRowCount:long, RetentionPolicy:string, StreamingIngestionPolicy:string",
                tables.Select(table => Plain(table, metadata).Concat(
                [
                    Count(table, kql), ShowPolicies.Retention(AgingTable.InForce(table, metadata, kql.Options)), ShowPolicies.Streaming(metadata.NotesOf(table.Name).Policies.Streaming),
                ]).ToArray()).ToList())
            : Answer.Table("TableName:string, DatabaseName:string, Folder:string, DocString:string", tables.Select(table => Plain(table, metadata).ToArray()));
    }

    /// <summary>The columns of a table.</summary>
    public static KqlResult Columns(CatalogTable table) =>
        Answer.Table("AttributeName:string, AttributeType:string", table.Columns.Select(column => new object?[] { column.Name, column.Type.ClrName() }));

    private static IEnumerable<object?> Plain(CatalogTable table, DatabaseMetadata metadata)
    {
        var notes = metadata.NotesOf(table.Name);
        return [table.Name, EmbeddedEventhouse.DatabaseName, notes.Folder, notes.Docstring];
    }

    private static long Count(CatalogTable table, EmbeddedKql kql) => kql.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table.Sql}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    });
}
