using System.Text.Json;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Catalog;

/// <summary>Keeps the metadata in the database file, as one JSON document in the table <c>kql_metadata</c>.</summary>
internal static class MetadataStore
{
    private const string Table = "kql_metadata";

    /// <summary>Reads what is stored, and makes the place for it when it is missing.</summary>
    /// <exception cref="EventhouseException">It was written by a version that this one cannot read.</exception>
    public static DatabaseMetadata Load(DuckDBConnection connection)
    {
        connection.Run($"CREATE TABLE IF NOT EXISTS {Table} (document VARCHAR NOT NULL)");
        connection.Run($"CREATE SCHEMA IF NOT EXISTS {CatalogTable.UserSchema}");
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT document FROM {Table}";
        try
        {
            return command.ExecuteScalar() is string document ? JsonSerializer.Deserialize<DatabaseMetadata>(document)! : new DatabaseMetadata();
        }
        catch (JsonException unreadable)
        {
            throw new EventhouseException(
                "The tables and functions that commands created cannot be read: the database was written by another version. Give another directory with --data DIR.",
                unreadable);
        }
    }

    /// <summary>Puts it in place of what was stored, within the connection's transaction.</summary>
    public static void Save(DuckDBConnection connection, DatabaseMetadata metadata)
    {
        connection.Run($"DELETE FROM {Table}");
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {Table} VALUES ($document)";
        command.Parameters.Add(new DuckDBParameter("document", JsonSerializer.Serialize(metadata)));
        command.ExecuteNonQuery();
    }
}
