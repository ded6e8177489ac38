using DuckDB.NET.Data;

namespace CasinoFloor.EndToEnd.Durability;

/// <summary>Reads what a stopped program left in its database, past all of its own code.</summary>
internal sealed class StoredFloor(string dataFolder) : IDisposable
{
    private readonly DuckDBConnection _connection = Open(dataFolder);

    public long Count(string table) => Convert.ToInt64(Scalar($"SELECT count(*) FROM {table}"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Sum of a column of amounts, made exact again by rounding each to four decimals.</summary>
    public decimal Sum(string table, string column) =>
        Convert.ToDecimal(Scalar($"SELECT coalesce(sum(CAST({column} AS DECIMAL(18,4))), 0) FROM {table}"), System.Globalization.CultureInfo.InvariantCulture);

    public object Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    public void Dispose() => _connection.Dispose();

    private static DuckDBConnection Open(string folder)
    {
        var file = Directory.GetFiles(folder, "*.duckdb").Single();
        var connection = new DuckDBConnection($"Data Source={file};ACCESS_MODE=READ_ONLY");
        connection.Open();
        return connection;
    }
}
