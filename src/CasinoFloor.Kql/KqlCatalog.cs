using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql;

/// <summary>A column of a table that queries can see.</summary>
/// <param name="Name">Its name in queries; case matters.</param>
/// <param name="Type">Its type; the DuckDB column must be of the type that <see cref="KqlType"/> names.</param>
/// <param name="DuckDbName">Its name in DuckDB; null when it is the same.</param>
/// <param name="HasNulls">
/// Whether a string column can hold SQL nulls, which the language reads as empty text. False spares a test per value.
/// </param>
public sealed record KqlColumn(string Name, KqlType Type, string? DuckDbName = null, bool HasNulls = true);

/// <summary>A table that queries can see.</summary>
/// <param name="Name">Its name in queries; case matters.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="DuckDbName">The DuckDB table or view, optionally <c>schema.table</c>; null when it is the same.</param>
/// <param name="IngestionTimeColumn">The DuckDB TIMESTAMP column behind <c>ingestion_time()</c>; null when there is none.</param>
public sealed record KqlTable(string Name, IReadOnlyList<KqlColumn> Columns, string? DuckDbName = null, string? IngestionTimeColumn = null);

/// <summary>What queries can see: tables, and stored functions written in the language. Immutable.</summary>
public sealed class KqlCatalog
{
    private readonly Dictionary<string, KqlTable> _tables;
    private readonly Lazy<IReadOnlyList<StatementSyntax>> _statements;

    /// <summary>Creates a catalog.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="functions">Let statements in force before each query, such as <c>let f = (x:long) { x + 1 };</c>; may be empty.</param>
    /// <param name="database">The name that <c>database("...")</c> may give.</param>
    /// <exception cref="ArgumentException">Two tables have the same name.</exception>
    public KqlCatalog(IEnumerable<KqlTable> tables, string functions = "", string database = "db")
    {
        ArgumentNullException.ThrowIfNull(tables);
        _tables = tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        Functions = functions;
        _statements = new(() => Parser.ParseStored(functions));
        Database = database;
    }

    /// <summary>A catalog without tables.</summary>
    public static KqlCatalog Empty { get; } = new([]);

    /// <summary>The name of the database.</summary>
    public string Database { get; }

    /// <summary>Let statements in force before each query.</summary>
    public string Functions { get; }

    /// <summary>The functions among them, in their order, for lists and help. Only of statements that are sound.</summary>
    public IEnumerable<KqlStoredFunction> StoredFunctions => Statements.OfType<LetStatement>().Where(let => let.Value is LambdaExpr)
        .Select(let => new KqlStoredFunction(let.Name, [.. ((LambdaExpr)let.Value).Parameters.Select(parameter => parameter.Signature)]));

    /// <summary>The statements, parsed once for all queries.</summary>
    internal IReadOnlyList<StatementSyntax> Statements => _statements.Value;

    /// <summary>The tables.</summary>
    public IReadOnlyCollection<KqlTable> Tables => _tables.Values;

    /// <summary>Finds a table by its exact name.</summary>
    public KqlTable? Find(string name) => _tables.GetValueOrDefault(name);
}
