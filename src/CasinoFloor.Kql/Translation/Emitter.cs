using System.Globalization;
using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Translation;

/// <summary>
/// Says scalar expressions in DuckDB SQL. Text of the query (strings, patterns, JSON) becomes bound parameters; numbers, moments and
/// GUIDs are printed from their typed values; names are internal ones.
/// </summary>
/// <param name="wrapsOverflow">Whether whole-number arithmetic wraps by itself; it is slower, so a first attempt goes without.</param>
internal sealed partial class Emitter(bool wrapsOverflow)
{
    private const int MaxLength = 400_000;

    // Longer lists are compared with every value one by one.
    private const int MostTexts = 50;

    /// <summary>The name of the one function registered with DuckDB; the first argument says which of <see cref="RuntimeCatalog"/> to run.</summary>
    public const string FunctionName = "kql_call";

    private const long EpochTicks = 621_355_968_000_000_000;

    private readonly Dictionary<string, int> _parameterIndex = new(StringComparer.Ordinal);

    public List<string> Parameters { get; } = [];

    public bool WrapsOverflow { get; } = wrapsOverflow;

    /// <summary>Where a state of hll() or tdigest() is made, when one is: the result must not show it.</summary>
    public TextSpan? Sketch { get; set; }

    /// <summary>Answers the SQL of a relation used within an expression; set by the translator.</summary>
    public Func<Rel, string>? Subquery { get; set; }

    public static string TypeName(KqlType type) => type switch
    {
        KqlType.Bool => "BOOLEAN",
        KqlType.Int => "INTEGER",
        KqlType.Real => "DOUBLE",
        KqlType.Decimal => "DECIMAL(38,18)",
        KqlType.String or KqlType.Dynamic => "VARCHAR",
        KqlType.Guid => "UUID",
        _ => "BIGINT",
    };

    /// <summary>A bound parameter; equal texts share one.</summary>
    public string Parameter(string text) => $"CAST({Placeholder(text)} AS VARCHAR)";

    // Where nothing else tells the type it has to be said (see Parameter), but that costs planning time.
    private string Placeholder(string text)
    {
        if (!_parameterIndex.TryGetValue(text, out var index))
        {
            Parameters.Add(text);
            index = Parameters.Count;
            _parameterIndex[text] = index;
        }

        return $"${index}";
    }

    /// <summary>Guards against expressions that double with each level.</summary>
    public string Checked(string sql) =>
        sql.Length <= MaxLength ? sql : throw new KqlFailure(KqlErrorCodes.TooComplex, "The expression is too complex.", default);

    /// <summary>Calls a function of the runtime; its arguments and result travel as text.</summary>
    public string Udf(string name, KqlType result, params string[] arguments)
    {
        var call = Checked($"{FunctionName}('{name}'{string.Concat(arguments.Select(a => $", CAST({a} AS VARCHAR)"))})");
        return result switch
        {
            KqlType.String => $"coalesce({call}, '')",
            KqlType.Dynamic => call,
            _ => $"CAST({call} AS {TypeName(result)})",
        };
    }

    /// <summary>The value in the usual form of its type.</summary>
    public string Sql(Bound value)
    {
        switch (value)
        {
            case BoundLiteral literal:
                return Literal(literal);
            case BoundColumn { Column: var column }:
                return column.Storage switch
                {
                    Storage.Timestamp => ToTicks(column.Sql),
                    Storage.NullableText => $"coalesce({column.Sql}, '')",
                    _ => column.Sql,
                };
            case BoundCall call:
                return Checked(call.Type == KqlType.DateTime && call.Function.Timestamp?.Invoke(this, call) is { } moment
                    ? ToTicks(moment)
                    : call.Function.Emit(this, call));
            case BoundAggregate aggregate:
                return Aggregate(aggregate);
            case BoundWindow window:
                return Window(window);
            case BoundScalarQuery query:
                var scalar = Scalar(query);
                return query.Column.Storage switch
                {
                    Storage.Timestamp => ToTicks(scalar),
                    _ when query.Type == KqlType.String => $"coalesce({scalar}, '')",
                    _ => scalar,
                };
            case BoundInQuery query:
                return InQuery(query);
            case BoundTuple tuple:
                return Sql(tuple.Parts[0].Value);
            default:
                throw new InvalidOperationException(value.GetType().Name);
        }
    }

    /// <summary>The condition of a filter, where null and false are the same.</summary>
    public string Filter(Bound condition)
    {
        if (condition is BoundCall call)
        {
            switch (call.Function.Name)
            {
                case "and":
                    return Checked($"({Filter(call.Arguments[0])} AND {Filter(call.Arguments[1])})");
                case "or" when OneOf(call) is { } membership:
                    return membership;
                case "or":
                    return Checked($"({Filter(call.Arguments[0])} OR {Filter(call.Arguments[1])})");
                case "==" when call.Arguments.Count == 2:
                    return Comparison.EqualFilter(this, call);
                default:
                    break;
            }
        }

        return condition is BoundInQuery { Negated: false } query ? InQuery(query, isFilter: true) : Sql(condition);
    }

    /// <summary>
    /// Whether a text column holds one of some texts, as <c>in</c> binds it; null when a condition is anything else. DuckDB asks this once for
    /// each different value of a block, a chain of comparisons once for each row.
    /// </summary>
    private string? OneOf(BoundCall condition)
    {
        Column? column = null;
        var texts = new List<string>();
        return Collect(condition) && texts.Count <= MostTexts ? $"list_contains([{string.Join(", ", texts)}], {column!.Sql})" : null;

        bool Collect(Bound part)
        {
            switch (part)
            {
                case BoundCall { Function.Name: "or", Arguments: [var left, var right] }:
                    return Collect(left) && Collect(right);
                case BoundCall { Function.Name: "==", Arguments: [BoundColumn { Column: { Type: KqlType.String } compared }, BoundLiteral { Value: string { Length: > 0 } text }] }
                    when (column ??= compared) == compared:
                    texts.Add(Placeholder(text));
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>Two operands of a comparison, as DuckDB timestamps when both can be.</summary>
    public (string Left, string Right) Pair(Bound left, Bound right) =>
        left.Type == KqlType.DateTime && Timestamp(left) is { } l && Timestamp(right) is { } r ? (l, r) : (Sql(left), Sql(right));

    /// <summary>A datetime as DuckDB TIMESTAMP; null when that form would lose something or cost more.</summary>
    public string? Timestamp(Bound value)
    {
        switch (value)
        {
            case BoundColumn { Column: { Storage: Storage.Timestamp, Sql: var column } }:
                return column;
            case BoundLiteral { Type: KqlType.DateTime, Value: long ticks } when ticks % 10 == 0 && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks:
                return $"TIMESTAMP '{new DateTime(ticks).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'";
            case BoundCall { Type: KqlType.DateTime, Function.Timestamp: { } timestamp } call:
                return timestamp(this, call);
            case BoundScalarQuery { Column.Storage: Storage.Timestamp } query:
                return Scalar(query);
            case BoundAggregate { Type: KqlType.DateTime, Function.KeepsForm: true } aggregate
                when aggregate.Arguments.All(a => a.Type != KqlType.DateTime || Timestamp(a) is not null):
                return aggregate.Function.Emit(this, aggregate, true);
            default:
                return null;
        }
    }

    /// <summary>The form in which a column can hold a value without converting it.</summary>
    public static Storage StorageOf(Bound value) => value switch
    {
        BoundColumn { Column.Storage: var storage } => storage,
        BoundLiteral => Storage.Plain,
        { Type: KqlType.DateTime } when new Emitter(false) { Subquery = _ => "t0" }.Timestamp(value) is not null => Storage.Timestamp,
        _ => Storage.Plain,
    };

    /// <summary>The value in the form that a column holds.</summary>
    public string Stored(Bound value, Storage storage) => storage switch
    {
        Storage.Timestamp => Timestamp(value) ?? throw new InvalidOperationException("not a timestamp"),
        Storage.NullableText when value is BoundColumn { Column: var column } => column.Sql,
        _ => Sql(value),
    };

    /// <summary>What a refusal begins with that only a value met while running decides; its place and construct follow.</summary>
    public const string RefusalMark = "KQL-REFUSED";

    /// <summary>Ends the query with a refusal.</summary>
    /// <param name="construct">What is refused; never text of a query.</param>
    /// <param name="span">Where it stands.</param>
    public static string Refuse(string construct, TextSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"error('{RefusalMark} {span.Start} {span.Length} {construct.Replace("'", "''", StringComparison.Ordinal)}')");

    public static string ToTicks(string timestamp) => $"(epoch_us({timestamp}) * 10 + {EpochTicks})";

    /// <summary>Ticks as DuckDB TIMESTAMP; null beyond the range of a datetime.</summary>
    public static string FromTicks(string ticks) => string.Create(
        CultureInfo.InvariantCulture, $"CASE WHEN {ticks} BETWEEN 0 AND {DateTime.MaxValue.Ticks} THEN make_timestamp({ticks} // 10 - {EpochTicks / 10}) END");

    private string Literal(BoundLiteral literal)
    {
        var culture = CultureInfo.InvariantCulture;
        return literal.Value switch
        {
            null => literal.Type == KqlType.String ? "''" : $"CAST(NULL AS {TypeName(literal.Type)})",
            string text => Parameter(text),
            bool flag => flag ? "true" : "false",
            long number => $"CAST({number.ToString(culture)} AS {TypeName(literal.Type)})",
            double.NaN => "CAST('nan' AS DOUBLE)",
            double.PositiveInfinity => "CAST('inf' AS DOUBLE)",
            double.NegativeInfinity => "CAST('-inf' AS DOUBLE)",
            double number => $"CAST({number.ToString("E17", culture)} AS DOUBLE)",
            decimal number => $"CAST('{number.ToString(culture)}' AS {TypeName(literal.Type)})",
            Guid guid => $"CAST('{guid:D}' AS UUID)",
            _ => throw new InvalidOperationException(literal.Value.GetType().Name),
        };
    }

    private string Scalar(BoundScalarQuery query) => $"(SELECT {query.Column.Sql} FROM {Subquery!(query.Rel)} LIMIT 1)";

    private string InQuery(BoundInQuery query, bool isFilter = false)
    {
        var column = new BoundColumn(query.Column, query.Span);
        var (value, items) = (Sql(query.Value), Sql(column));
        if (query.Column.Storage == Storage.Timestamp && query.Value.Type == KqlType.DateTime && Timestamp(query.Value) is { } moment)
        {
            // As tables hold them, so that scans can skip blocks.
            (value, items) = (moment, query.Column.Sql);
        }
        else if (query.IgnoreCase && query.Value.Type == KqlType.String)
        {
            (value, items) = ($"lower({value})", $"lower({items})");
        }
        else if (query.Value.Type != query.Column.Type)
        {
            (value, items) = ($"CAST({value} AS DOUBLE)", $"CAST({items} AS DOUBLE)");
        }

        // The plain form is a semi join, which tells scans what it looks for.
        var found = $"{value} IN (SELECT {items} FROM {Subquery!(query.Rel)} WHERE {items} IS NOT NULL)";
        if (isFilter)
        {
            return $"({found})";
        }

        found = $"coalesce({found}, false)";
        return query.Negated ? $"(NOT {found})" : found;
    }
}
