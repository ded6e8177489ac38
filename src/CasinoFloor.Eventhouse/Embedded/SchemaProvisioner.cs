using CasinoFloor.Eventhouse.Ingestion;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>Creates tables and adds missing columns (what Kusto calls create-merge); never drops anything.</summary>
internal static class SchemaProvisioner
{
    /// <summary>
    /// Brings the database to the definitions, in one transaction, and gives the names of the tables whose stored columns stand in another order
    /// than their definition's, or are more.
    /// </summary>
    /// <exception cref="EventhouseException">A stored column has another type than its definition.</exception>
    public static IReadOnlySet<string> Apply(DuckDBConnection connection, IReadOnlyList<TableDefinition> tables)
    {
        var upgraded = new HashSet<string>(StringComparer.Ordinal);
        using var transaction = connection.BeginTransaction();
        foreach (var table in tables)
        {
            var stored = StoredColumns(connection, table);
            if (stored.Count == 0)
            {
                connection.Run(Create(table));
                continue;
            }

            if (!stored.Keys.SequenceEqual(table.Columns.Select(column => column.Name)))
            {
                upgraded.Add(table.Name);
            }

            foreach (var column in table.Columns)
            {
                if (!stored.TryGetValue(column.Name, out var type))
                {
                    connection.Run($"ALTER TABLE {Quote(table.Name)} ADD COLUMN {Declare(column)}{Default(column)}");
                }
                else if (type != column.DuckDbTypeName)
                {
                    throw new EventhouseException(
                        $"Column {table.Name}.{column.Name} is stored as {type} but this version needs {column.DuckDbTypeName}: "
                        + "the database was written by another version. Give another directory with --data DIR.");
                }
            }
        }

        transaction.Commit();
        return upgraded;
    }

    /// <summary>A quoted identifier.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Create(TableDefinition table)
    {
        var parts = table.Columns.Select(column => Declare(column) + Compression(column)).ToList();
        if (table.Key.Count > 0)
        {
            parts.Add($"PRIMARY KEY ({string.Join(", ", table.Key.Select(Quote))})");
        }

        return $"CREATE TABLE {Quote(table.Name)} ({string.Join(", ", parts)})";
    }

    private static string Declare(ColumnDefinition column) => $"{Quote(column.Name)} {column.DuckDbTypeName}";

    private static string Compression(ColumnDefinition column) => column.IsUnique ? " USING COMPRESSION uncompressed" : "";

    // A Kusto string is never null, so the rows that were there before get the empty one.
    private static string Default(ColumnDefinition column) => column.Type == KustoType.String ? " DEFAULT ''" : "";

    private static OrderedDictionary<string, string> StoredColumns(DuckDBConnection connection, TableDefinition table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT column_name, data_type FROM duckdb_columns()
            WHERE database_name = current_database() AND schema_name = 'main' AND table_name = $table ORDER BY column_index
            """;
        command.Parameters.Add(new DuckDBParameter("table", table.Name));
        using var reader = command.ExecuteReader();
        var columns = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            columns[reader.GetString(0)] = reader.GetString(1);
        }

        return columns;
    }
}
