using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>One row for each value: the number of its row from 0, the column's name, and the value as text.</summary>
    private ProjectRel Narrow(Rel input, EvaluateSyntax evaluate)
    {
        if (evaluate.Arguments.Count > 0)
        {
            throw KqlFailure.Semantic("narrow takes no arguments.", evaluate.Span);
        }

        var number = NewColumn("", KqlType.Long);
        var rows = new MaterializeRel(new NumberedRel(input, number));
        var parts = input.Columns.Select((column, i) =>
        {
            var name = new BoundLiteral(column.Name, KqlType.String, evaluate.Span);
            var row = Operators.Bind("-", new BoundColumn(number, evaluate.Span), new BoundLiteral(1L, KqlType.Long, evaluate.Span), evaluate.Span);
            var place = new BoundLiteral((long)i, KqlType.Long, evaluate.Span);
            return ((Rel)ProjectRel(
                rows,
                [
                    new Item(NewColumn("Row", KqlType.Long), row), new Item(NewColumn("Column", KqlType.String), name),
                    new Item(NewColumn("Value", KqlType.String), Conversions.ToText(new BoundColumn(column, evaluate.Span))), new Item(NewColumn("place", KqlType.Long), place),
                ]), "");
        }).ToList();
        var all = Union(parts, false, null);
        OrderKey[] order = [new(all.Find("Row")!, false, true), new(all.Find("place")!, false, true)];
        return new ProjectRel(all, [.. all.Columns.Take(3).Select(c => new Item(c, new BoundColumn(c, default)))], new Ordering(order, false, false, false));
    }
}
