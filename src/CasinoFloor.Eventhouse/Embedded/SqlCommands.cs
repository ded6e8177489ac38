using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>Short ways to run SQL without parameters.</summary>
internal static class SqlCommands
{
    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    public static int Run(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
