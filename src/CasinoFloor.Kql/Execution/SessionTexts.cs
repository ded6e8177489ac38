using System.Runtime.CompilerServices;
using CasinoFloor.Kql.Translation;
using DuckDB.NET.Data;

namespace CasinoFloor.Kql.Execution;

/// <summary>
/// The texts of statements as variables of a connection. DuckDB knows a variable's value when it plans a statement, but a bound parameter's only after it has
/// planned it once: then it plans it twice, or reads blocks that the value would have let it skip. A text becomes a variable as a bound parameter, and stays one
/// for the statements that come after: the same questions are asked again and again.
/// </summary>
internal sealed class SessionTexts
{
    /// <summary>Each variable is set by a statement of its own: with more of them binding is faster.</summary>
    private const int MostInAStatement = 16;

    private const int MostLength = 1_000;

    /// <summary>How many variables a connection has, at the most.</summary>
    private const int Most = 128;

    private static readonly ConditionalWeakTable<DuckDBConnection, SessionTexts> All = [];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Those of a connection.</summary>
    public static SessionTexts Of(DuckDBConnection connection) => All.GetValue(connection, Make);

    /// <summary>The statement with variables for its parameters; the same statement when it has none, or too many or too long ones.</summary>
    /// <param name="connection">The connection that is to run it.</param>
    /// <param name="statement">The statement.</param>
    public Translation.Translation Name(DuckDBConnection connection, Translation.Translation statement)
    {
        var texts = statement.Parameters;
        if (texts.Count is 0 or > MostInAStatement || texts.Any(text => text.Length > MostLength))
        {
            return statement;
        }

        if (_names.Count + texts.Count > Most)
        {
            _names.Clear();
        }

        foreach (var text in texts.Where(text => !_names.ContainsKey(text)))
        {
            var name = $"kql_text_{_names.Count}";
            using var command = connection.CreateCommand();
            command.CommandText = $"SET VARIABLE {name} = CAST($1 AS VARCHAR)";
            command.Parameters.Add(new DuckDBParameter(text));
            command.ExecuteNonQuery();
            _names.Add(text, name);
        }

        return statement with
        {
            Sql = UsedParameters.Replace(statement.Sql, number => $"getvariable('{_names[texts[number - 1]]}')"),
            Parameters = [],
        };
    }

    // Variables end when a connection is closed, also when it is opened again.
    private static SessionTexts Make(DuckDBConnection connection)
    {
        var texts = new SessionTexts();
        connection.StateChange += (_, _) => texts._names.Clear();
        return texts;
    }
}
