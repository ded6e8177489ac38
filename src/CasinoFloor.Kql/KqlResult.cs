namespace CasinoFloor.Kql;

/// <summary>A column of a result.</summary>
/// <param name="Name">Its name; unique within the table.</param>
/// <param name="Type">Its type.</param>
public sealed record KqlResultColumn(string Name, KqlType Type);

/// <summary>
/// A result table. Values are .NET values: <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="decimal"/>, <see cref="string"/>, <see cref="DateTime"/> (UTC), <see cref="TimeSpan"/>, <see cref="Guid"/>; a dynamic
/// value is its JSON text. Null is null; a string is never null.
/// </summary>
/// <param name="Name">The name given by <c>as</c>, or <c>PrimaryResult</c>.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">The rows, ordered when the query orders them.</param>
/// <param name="IsOrdered">Whether the query orders its rows.</param>
public sealed record KqlResultTable(string Name, IReadOnlyList<KqlResultColumn> Columns, IReadOnlyList<object?[]> Rows, bool IsOrdered)
{
    /// <summary>Whether there were more rows than were asked for: these are the first.</summary>
    public bool IsCut { get; init; }

    /// <summary>The first rows; itself where it has no more.</summary>
    public KqlResultTable First(int rows) => Rows.Count <= rows ? this : this with { Rows = [.. Rows.Take(rows)], IsCut = true };
}

/// <summary>What <c>render</c> asked for.</summary>
/// <param name="Kind">The chart, such as <c>timechart</c>.</param>
/// <param name="Properties">Its properties, such as <c>title</c> or <c>ycolumns</c>; lists are separated by commas.</param>
public sealed record KqlVisualization(string Kind, IReadOnlyDictionary<string, string> Properties);

/// <summary>The answer to a query: tables, or an error.</summary>
/// <param name="Tables">One table for each tabular statement; empty when there is an error.</param>
/// <param name="Visualization">What <c>render</c> asked for; null without one.</param>
/// <param name="Error">Why there is no answer; null when there is.</param>
public sealed record KqlResult(IReadOnlyList<KqlResultTable> Tables, KqlVisualization? Visualization, KqlError? Error)
{
    /// <summary>The table of the last statement.</summary>
    /// <exception cref="InvalidOperationException">The result is an error.</exception>
    public KqlResultTable Table => Error is null ? Tables[^1] : throw new InvalidOperationException(Error.ToString());

    /// <summary>The same with the first rows of each table.</summary>
    public KqlResult First(int rows) => this with { Tables = [.. Tables.Select(table => table.First(rows))] };

    internal static KqlResult Failed(KqlError error) => new([], null, error);
}

/// <summary>What is known of a query without running it: for editors, completion and checks.</summary>
/// <param name="Columns">The columns of the last statement's result; empty when there is an error.</param>
/// <param name="Parameters">The declared query parameters in order.</param>
/// <param name="Visualization">What <c>render</c> asks for; null without one.</param>
/// <param name="Sql">The DuckDB statement of the last tabular statement; null when there is an error or the schema depends on data.</param>
/// <param name="Error">The first error; null when the query is sound.</param>
public sealed record KqlAnalysis(
    IReadOnlyList<KqlResultColumn> Columns,
    IReadOnlyList<KqlParameter> Parameters,
    KqlVisualization? Visualization,
    string? Sql,
    KqlError? Error);

/// <summary>A parameter that a query declares with <c>declare query_parameters</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">The default as it is written, such as <c>datetime(null)</c> or <c>"penny"</c>; null when a value must be given.</param>
public sealed record KqlParameter(string Name, KqlType Type, string? Default);
