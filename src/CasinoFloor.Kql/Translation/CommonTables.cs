using System.Text.RegularExpressions;

namespace CasinoFloor.Kql.Translation;

/// <summary>
/// The common table expressions of a statement, in the order they are defined. DuckDB 1.5 loses the values of bound parameters in the
/// second and further copies that it makes of an expression it inlines, so those that hold a parameter and are named more than once
/// are materialized. So is what DuckDB's planner would visit too often: it goes through the input of an aggregate twice, and through an expression for each
/// copy, so that a chain of them costs twice as much with every step. Each has only the columns that something after it names: every column costs time to plan. Names of columns are unique in
/// a statement, so that the search for them needs no understanding of it.
/// </summary>
internal sealed partial class CommonTables
{
    private const string Materialized = "MATERIALIZED ";
    private const string NotMaterialized = "NOT MATERIALIZED ";

    /// <summary>DuckDB's parser and binder go down once for each level; deeper ones stay definitions.</summary>
    private const int MaxDepth = 24;

    /// <summary>Visits of the planner that take it some hundredths of a second.</summary>
    private const long MostVisits = 10_000;

    private readonly List<Definition> _all = [];
    private readonly HashSet<string> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="name">Its name, <c>t1</c>, <c>t2</c>, ...</param>
    /// <param name="body">Its SQL; it may name those added before it, and itself.</param>
    /// <param name="hint">What stands before the body, such as <c>NOT MATERIALIZED </c>; may be empty.</param>
    /// <param name="isAggregate">Whether it makes rows of many or many of one, rather than passing them on.</param>
    public void Add(string name, IReadOnlyList<Piece> body, string hint, bool isAggregate) => _all.Add(new(name, body, hint) { IsAggregate = isAggregate });

    /// <summary>Has one that was added worked out once, whoever names it.</summary>
    public void Keep(string name)
    {
        var i = _all.FindIndex(definition => definition.Name == name);
        _all[i] = _all[i] with { Hint = Materialized };
    }

    /// <summary>Adds a table of the catalog. What stands in its SQL are its own names: they are not searched.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="path">The table's name in DuckDB, part by part.</param>
    /// <param name="body">Its SELECT, without a condition.</param>
    /// <param name="takesCondition">Whether a condition on the columns that it makes can be put behind it; not when the table's own names could be mistaken for them.</param>
    public void AddTable(string name, IReadOnlyList<string> path, IReadOnlyList<Piece> body, bool takesCondition)
    {
        _tables.Add(path[^1]);
        _all.Add(new(name, body, NotMaterialized) { IsTable = true, TakesCondition = takesCondition });
    }

    /// <summary>Adds a condition on the rows of another.</summary>
    public void AddFilter(string name, string source, string condition) =>
        _all.Add(new(name, [$"SELECT * FROM {source} WHERE {condition}"], NotMaterialized) { Source = source, Condition = condition });

    /// <summary>The definitions, as they stand after <c>WITH</c>, and the statement that follows them.</summary>
    /// <param name="result">The statement that follows them.</param>
    /// <param name="isNested">
    /// Whether what is named once stands where it is named instead of having a definition. That is hard to read, but takes DuckDB less time to plan.
    /// </param>
    public (List<string> Definitions, string Result) Write(string result, bool isNested)
    {
        var bodies = Bodies(result);
        var holders = Holders(bodies);
        var costly = Costly(bodies);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(result, "", 1, uses);
        var ways = new (bool IsKept, bool IsRecursive, int Times)[_all.Count];
        for (var i = _all.Count - 1; i >= 0; i--)
        {
            var name = _all[i].Name;
            var times = uses.GetValueOrDefault(name);
            var isRecursive = !_all[i].IsTable && Names(bodies[i]).Contains(name);
            var isKept = _all[i].Hint == Materialized || (!isRecursive && (costly.Contains(name) || (times > 1 && holders.Contains(name))));
            ways[i] = (isKept, isRecursive, times);
            if (!_all[i].IsTable)
            {
                // What a recursion names is worked out once for all its steps only where it has a definition.
                Count(bodies[i], name, isKept ? 1 : isRecursive ? 2 : times, uses);
            }
        }

        var prefix = Prefix();
        var nested = new Dictionary<string, Nested>(StringComparer.Ordinal);
        var written = new List<string>();
        for (var i = 0; i < bodies.Length; i++)
        {
            var (name, hint) = (_all[i].Name, _all[i].Hint);
            var body = Nest(_all[i], bodies[i], nested, prefix);
            if (isNested && ways[i] is { IsKept: false, IsRecursive: false } way && (way.Times == 1 || _all[i].IsTable) && body.Depth < MaxDepth)
            {
                nested.Add(name, body with { Depth = body.Depth + 1 });
            }
            else
            {
                written.Add($"{prefix}{name} AS {(ways[i].IsKept ? Materialized : hint)}({body.Sql})");
            }
        }

        return (written, Nest(result, nested, prefix).Text);
    }

    /// <summary>What stands before the names in the statement: a definition would hide a table of its name, which DuckDB does not tell by its case.</summary>
    private string Prefix()
    {
        var prefix = "";
        while (_all.Exists(definition => _tables.Contains(prefix + definition.Name)))
        {
            prefix += "t";
        }

        return prefix;
    }

    private static Nested Nest(Definition definition, string body, Dictionary<string, Nested> nested, string prefix)
    {
        if (definition.IsTable)
        {
            return new Nested(body, 1, definition.TakesCondition ? " WHERE " : null);
        }

        // A condition stands behind the table's own SELECT, or behind the condition there: a level less to plan.
        if (definition.Source is not null && nested.TryGetValue(definition.Source, out var source) && source.Next is not null)
        {
            var (condition, depth) = Nest(definition.Condition, nested, prefix);
            return new Nested($"{source.Sql}{source.Next}({condition})", Math.Max(source.Depth - 1, depth), " AND ");
        }

        var (sql, levels) = Nest(body, nested, prefix);
        return new Nested(sql, levels, null);
    }

    /// <summary>A text with those that are nested in the places of their names, and how deep they go.</summary>
    private static (string Text, int Depth) Nest(string text, Dictionary<string, Nested> nested, string prefix)
    {
        if (nested.Count == 0 && prefix.Length == 0)
        {
            return (text, 0);
        }

        var depth = 0;
        var written = Name().Replace(text, match =>
        {
            if (!nested.TryGetValue(match.Value, out var inner))
            {
                return prefix + match.Value;
            }

            depth = Math.Max(depth, inner.Depth);
            var hasName = text.AsSpan(match.Index + match.Length).StartsWith(" AS ", StringComparison.Ordinal);
            return hasName ? $"({inner.Sql})" : $"({inner.Sql}) AS {match.Value}";
        });
        return (written, depth);
    }

    /// <summary>The bodies, written from the last to the first: by then it is known what the rest names.</summary>
    private string[] Bodies(string result)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var bodies = new string[_all.Count];
        Note(result, named);
        for (var i = bodies.Length - 1; i >= 0; i--)
        {
            bodies[i] = string.Concat(_all[i].Body.Select(piece => piece.Write(named)));
            if (!_all[i].IsTable)
            {
                Note(bodies[i], named);
            }
        }

        return bodies;
    }

    private static void Note(string text, HashSet<string> named)
    {
        var names = named.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var match in ColumnName().EnumerateMatches(text))
        {
            names.Add(text.AsSpan(match.Index, match.Length));
        }
    }

    /// <summary>Those with a parameter in themselves or in one that would be copied with them.</summary>
    private HashSet<string> Holders(string[] bodies)
    {
        var holders = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < bodies.Length; i++)
        {
            if (!_all[i].IsTable && _all[i].Hint != Materialized && (Parameter().IsMatch(bodies[i]) || Names(bodies[i]).Any(holders.Contains)))
            {
                holders.Add(_all[i].Name);
            }
        }

        return holders;
    }

    /// <summary>Those at which a chain is cut by working them out once.</summary>
    private HashSet<string> Costly(string[] bodies)
    {
        var costly = new HashSet<string>(StringComparer.Ordinal);
        var visits = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < bodies.Length; i++)
        {
            var (name, inner) = (_all[i].Name, _all[i].IsTable ? 0 : Names(bodies[i]).Where(n => n != _all[i].Name).Sum(n => visits.GetValueOrDefault(n)));
            var own = (1 + inner) * (_all[i].IsAggregate ? 2 : 1);
            if (own > MostVisits)
            {
                costly.Add(name);
                own = 1;
            }

            visits[name] = own;
        }

        return costly;
    }

    /// <summary>Counts how often a body names others; more than once is enough to know.</summary>
    private static void Count(string body, string self, int times, Dictionary<string, int> uses)
    {
        foreach (var name in Names(body).Where(n => n != self))
        {
            uses[name] = Math.Min(2, uses.GetValueOrDefault(name) + times);
        }
    }

    private static IEnumerable<string> Names(string body) => Name().Matches(body).Select(m => m.Value);

    [GeneratedRegex(@"\$[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("c[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnName();

    [GeneratedRegex(@"\bt[0-9]+\b(?!\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    /// <param name="Name">Its name.</param>
    /// <param name="Body">Its SQL.</param>
    /// <param name="Hint">What stands before the body.</param>
    private sealed record Definition(string Name, IReadOnlyList<Piece> Body, string Hint)
    {
        public bool IsTable { get; init; }

        public bool TakesCondition { get; init; }

        public bool IsAggregate { get; init; }

        /// <summary>Whose rows a condition is on; null for all else.</summary>
        public string? Source { get; init; }

        public string Condition { get; init; } = "";
    }

    /// <param name="Sql">What stands in the place of its name.</param>
    /// <param name="Depth">How many levels it has.</param>
    /// <param name="Next">What joins a condition to it; null when none can be.</param>
    private sealed record Nested(string Sql, int Depth, string? Next);
}
