using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>
    /// Rows in which any column has a text. A column <c>$table</c> in front says which table a row is of, so what is searched must be
    /// tables of the catalog, or views that the query declares, by their names.
    /// </summary>
    private Rel Search(Rel? input, SearchSyntax search)
    {
        if (input is not null and not TableRel)
        {
            return SearchRows(input, search);
        }

        var inputs = input is not null ? [Named(input, search.Span)]
            : search.Tables.Count > 0 ? search.Tables.SelectMany(Searched).ToList()
            : Matching(new NamePattern("*", search.Span)).ToList();
        if (inputs.Count == 0)
        {
            throw KqlFailure.Semantic("There is no table to search.", search.Span);
        }

        var predicate = Searching(search.Predicate, search.CaseSensitive);
        var named = NamesIn(predicate).ToHashSet(StringComparer.Ordinal);
        var columns = inputs.SelectMany(side => side.Rel.Columns).Where(column => named.Contains(column.Name)).DistinctBy(column => (column.Name, column.Type)).ToList();
        var sides = inputs.Select(side => ((Rel)new FilterRel(side.Rel, SearchCondition(side.Rel, predicate, columns)), side.Label)).ToList();
        return Union(sides, false, "$table");
    }

    /// <summary>The condition for one table; a column that only others have is null or empty in it, as in their union.</summary>
    private Bound SearchCondition(Rel rel, Expr predicate, IReadOnlyList<Column> columns)
    {
        var outer = _scope;
        var inner = new Scope(outer);
        foreach (var lacking in columns.Where(column => rel.Find(column.Name) is null).GroupBy(column => column.Name))
        {
            var types = lacking.Select(column => column.Type).ToList();
            inner.Declare(lacking.Key, types is [var type]
                ? new ScalarSymbol(new BoundLiteral(type == KqlType.String ? "" : null, type, default))
                : throw KqlFailure.Unsupported($"search by {lacking.Key}, which the tables have with different types", predicate.Span));
        }

        _scope = inner;
        try
        {
            return Condition(predicate, new RowScope { Input = rel });
        }
        finally
        {
            _scope = outer;
        }
    }

    private static IEnumerable<string> NamesIn(Expr expression) => expression switch
    {
        NameExpr name => [name.Name],
        MemberExpr member => NamesIn(member.Target),
        IndexExpr index => NamesIn(index.Target).Concat(NamesIn(index.Index)),
        CallExpr call => call.Arguments.SelectMany(NamesIn),
        UnaryExpr unary => NamesIn(unary.Operand),
        BinaryExpr binary => NamesIn(binary.Left).Concat(NamesIn(binary.Right)),
        BetweenExpr between => NamesIn(between.Value).Concat(NamesIn(between.Low)).Concat(NamesIn(between.High)),
        InExpr membership => NamesIn(membership.Value).Concat(membership.Items.SelectMany(NamesIn)),
        NamedExpr named => NamesIn(named.Value),
        _ => [],
    };

    /// <summary>
    /// Rows that are no table's by name. What stands in <c>$table</c> for them is a name of the engine's own, so a query that shows it is refused.
    /// </summary>
    private ProjectRel SearchRows(Rel input, SearchSyntax search)
    {
        var found = new FilterRel(input, Condition(Searching(search.Predicate, search.CaseSensitive), new RowScope { Input = input }));
        var name = Operators.Call("search_table", KqlType.String, search.Span, (_, call) => $"CAST({Emitter.Refuse(
            "showing the column $table of rows that have no table's name (leave it out with project or project-away)", call.Span)} AS VARCHAR)");
        return ProjectRel(found, [new Item(NewColumn("$table", KqlType.String), name), .. found.Columns.Select(c => new Item(c, new BoundColumn(c, default)))]);
    }

    private IEnumerable<(Rel Rel, string Label)> Searched(Expr side) => side switch
    {
        CallExpr { Name: "union *", Arguments: [LiteralExpr { Value: string pattern }] } => Matching(new NamePattern(pattern, side.Span)),
        NameExpr name when _scope.Find(name.Name) is FunctionSymbol { Lambda.IsView: true } => [(RequireTable(side), name.Name)],
        _ => [Named(RequireTable(side), side.Span)],
    };

    private static (Rel Rel, string Label) Named(Rel rel, TextSpan span) =>
        rel is TableRel table ? (rel, table.Table.Name) : throw KqlFailure.Unsupported("search in anything but tables and views by their names", span);

    /// <summary>Says the texts of a search as tests of any column; a star at an end of a text leaves that end open.</summary>
    private static Expr Searching(Expr predicate, bool caseSensitive)
    {
        switch (predicate)
        {
            case BinaryExpr { Operator: "and" or "or" } both:
                return both with { Left = Searching(both.Left, caseSensitive), Right = Searching(both.Right, caseSensitive) };
            case CallExpr { Name: "not", Arguments: [var inner] } call:
                return call with { Arguments = [Searching(inner, caseSensitive)] };
            case BinaryExpr { Operator: ":", Right: LiteralExpr { Value: string } sought } pair:
                return Sought(sought, pair.Left, caseSensitive);
            case LiteralExpr { Value: string } literal:
                return Sought(literal, new StarExpr(literal.Span), caseSensitive);
            default:
                return predicate;
        }
    }

    /// <summary>Says a text of a search as a test of a column, or of any.</summary>
    private static Expr Sought(LiteralExpr literal, Expr where, bool caseSensitive)
    {
        var text = (string)literal.Value!;
        var (open, close) = (text.StartsWith('*'), text.Length > 1 && text.EndsWith('*'));
        var term = text[(open ? 1 : 0)..(close ? ^1 : ^0)];
        if (term.Contains('*', StringComparison.Ordinal))
        {
            throw KqlFailure.Unsupported("search for a text with a star within", literal.Span);
        }

        if (term.Length == 0)
        {
            return new LiteralExpr(true, KqlType.Bool, literal.Span);
        }

        var name = (open, close) switch { (true, true) => "contains", (true, false) => "hassuffix", (false, true) => "hasprefix", _ => "has" };
        return new BinaryExpr(name + (caseSensitive ? "_cs" : ""), where, literal with { Value = term }, literal.Span);
    }
}
