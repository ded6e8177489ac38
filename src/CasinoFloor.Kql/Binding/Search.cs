using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>
    /// Rows in which any column has a text. A column <c>$table</c> in front says which table a row is of, so what is searched must be
    /// tables of the catalog by their names.
    /// </summary>
    private UnionRel Search(Rel? input, SearchSyntax search)
    {
        var inputs = input is not null ? [(input, search.Span)]
            : search.Tables.Count > 0 ? search.Tables.SelectMany(Searched).ToList()
            : _catalog.Tables.Select(t => (Table(t.Name)!, search.Span)).ToList();
        if (inputs.Count == 0)
        {
            throw KqlFailure.Semantic("There is no table to search.", search.Span);
        }

        var sides = inputs.Select(side =>
        {
            var table = side.Item1 as TableRel ?? throw KqlFailure.Unsupported("search in anything but tables of the database", side.Item2);
            return ((Rel)new FilterRel(table, Condition(Searching(search.Predicate, search.CaseSensitive), new RowScope { Input = table })), table.Table.Name);
        }).ToList();
        return Union(sides, false, "$table");
    }

    private IEnumerable<(Rel, TextSpan)> Searched(Expr side)
    {
        if (side is not CallExpr { Name: "union *", Arguments: [LiteralExpr { Value: string pattern }] })
        {
            return [(RequireTable(side), side.Span)];
        }

        var matching = new NamePattern(pattern, side.Span);
        return _catalog.Tables.Where(t => matching.Matches(t.Name)).Select(t => (Table(t.Name)!, side.Span));
    }

    /// <summary>Says the texts of a search as tests of any column; a star at an end of a text leaves that end open.</summary>
    private static Expr Searching(Expr predicate, bool caseSensitive)
    {
        switch (predicate)
        {
            case BinaryExpr { Operator: "and" or "or" } both:
                return both with { Left = Searching(both.Left, caseSensitive), Right = Searching(both.Right, caseSensitive) };
            case CallExpr { Name: "not", Arguments: [var inner] } call:
                return call with { Arguments = [Searching(inner, caseSensitive)] };
            case LiteralExpr { Value: string text } literal:
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
                return new BinaryExpr(name + (caseSensitive ? "_cs" : ""), new StarExpr(literal.Span), literal with { Value = term }, literal.Span);
            default:
                return predicate;
        }
    }
}
