using System.Globalization;
using DuckDB.NET.Data;

namespace CasinoFloor.Kql.Commands;

/// <summary>Runs the operators that follow a command, such as <c>| project TableName</c>, over the command's result.</summary>
public static class CommandPipe
{
    /// <summary>
    /// Applies <see cref="KqlCommand.Pipe"/>. Everything that can be wrong with it is in the answer's error, with its place in the command's text.
    /// </summary>
    /// <param name="result">What the command answered; its values as in <see cref="KqlResultTable"/>.</param>
    /// <param name="pipe">The query over it.</param>
    /// <param name="clock">What <c>now()</c> answers.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static async Task<KqlResult> RunAsync(KqlResultTable result, string pipe, TimeProvider clock, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        var columns = result.Columns.Select((c, i) => new KqlColumn(c.Name, c.Type, "c" + i.ToString(CultureInfo.InvariantCulture)));
        var engine = new KqlEngine(new KqlCatalog([new KqlTable(KqlCommands.ResultName, [.. columns], "result")]), clock);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync(cancellation);
        Fill(connection, result);
        return await engine.ExecuteAsync(connection, new KqlQuery(pipe), cancellation);
    }

    private static void Fill(DuckDBConnection connection, KqlResultTable result)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE result ({string.Join(", ", result.Columns.Select((c, i) => $"c{i} {SqlType(c.Type)}"))})";
        command.ExecuteNonQuery();
        command.CommandText = $"INSERT INTO result VALUES ({string.Join(", ", result.Columns.Select((_, i) => $"${i + 1}"))})";
        foreach (var row in result.Rows)
        {
            command.Parameters.Clear();
            foreach (var value in row)
            {
                command.Parameters.Add(new DuckDBParameter { Value = value is TimeSpan duration ? duration.Ticks : value ?? DBNull.Value });
            }

            command.ExecuteNonQuery();
        }
    }

    private static string SqlType(KqlType type) => type switch
    {
        KqlType.Bool => "BOOLEAN",
        KqlType.Int => "INTEGER",
        KqlType.Long or KqlType.TimeSpan => "BIGINT",
        KqlType.Real => "DOUBLE",
        KqlType.Decimal => "DECIMAL(38, 18)",
        KqlType.DateTime => "TIMESTAMP",
        KqlType.Guid => "UUID",
        _ => "VARCHAR",
    };
}
