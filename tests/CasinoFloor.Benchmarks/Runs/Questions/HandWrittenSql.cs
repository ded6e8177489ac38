using System.Data;
using DuckDB.NET.Data;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>The same question as a person would write it for DuckDB: <c>Sql/AREA/NAME.sql</c>, with the same parameters.</summary>
internal sealed class HandWrittenSql
{
    private readonly string _text;

    private HandWrittenSql(string text) => _text = text;

    /// <summary>The SQL of a question; null where nobody wrote one.</summary>
    public static HandWrittenSql? Find(string question)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "sql", question + ".sql");
        return File.Exists(path) ? new HandWrittenSql(File.ReadAllText(path)) : null;
    }

    /// <summary>The answer's rows, with values of the types that KQL's answers have.</summary>
    public List<object?[]> Ask(DuckDBConnection connection, IReadOnlyDictionary<string, object?> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _text;
        foreach (var (name, value) in parameters.Where(parameter => _text.Contains('$' + parameter.Key, StringComparison.Ordinal)))
        {
            command.Parameters.Add(new DuckDBParameter(name, value is DateTime moment ? DateTime.SpecifyKind(moment, DateTimeKind.Unspecified) : value));
        }

        var rows = new List<object?[]>();
        using var reader = command.ExecuteReader(CommandBehavior.SingleResult);
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }
}
