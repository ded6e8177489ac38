using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>
    /// Expands arrays, runs the body on the elements of each row by themselves, and joins its answer with the row. The row's
    /// number goes through the body as a hidden column of the order; what groups or limits rows does so within it.
    /// </summary>
    private JoinRel MvApply(Rel input, MvApplySyntax apply)
    {
        var numbered = input.Ordering.IsTotal ? input : new NumberedRel(input, NewColumn("", KqlType.Long));
        var rows = new MaterializeRel(numbered);
        var number = rows.Ordering.Keys[0].Column;
        var (_, expanded) = Expand(rows, apply.Items, false, apply.IndexColumn, apply.Limit);
        (Rel rel, Column id) = (RowsOf(expanded, number), number);
        foreach (var op in apply.Body)
        {
            (rel, id) = Applied(rel, id, op);
        }

        // The elements stand in for the column they come from, whether the body passes them on or not.
        var expandedNames = apply.Items.Select(i => i.Name ?? (i.Value as NameExpr)?.Name).ToHashSet();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var outputs = new List<(Column Output, Column Source, bool FromRight)>();
        foreach (var column in rows.Columns.Where(c => !expandedNames.Contains(c.Name)))
        {
            outputs.Add((NewColumn(Unique(column.Name, used), column.Type, column.Storage), column, false));
        }

        foreach (var column in rel.Columns.Where(c => rows.Columns.All(r => r.Sql != c.Sql)))
        {
            if (!used.Add(column.Name))
            {
                throw KqlFailure.Unsupported("mv-apply whose body forms a column of a name that exists outside", apply.Span);
            }

            outputs.Add((NewColumn(column.Name, column.Type, column.Storage), column, true));
        }

        return new JoinRel(rows, rel, JoinKind.Inner, [new JoinKey(new BoundColumn(number, apply.Span), new BoundColumn(id, apply.Span))], outputs);
    }

    private static ProjectRel RowsOf(Rel rel, Column id) => new(
        rel,
        [.. rel.Columns.Select(c => new Item(c, new BoundColumn(c, default)))],
        new Ordering([new OrderKey(id, false, true), .. rel.Ordering.Keys.Where(k => k.Column.Sql != id.Sql)], true, false, false) { Within = id });

    private (Rel Rel, Column Id) Applied(Rel rel, Column id, OperatorSyntax op)
    {
        switch (op)
        {
            case WhereSyntax or ExtendSyntax or ProjectSyntax or ProjectAwaySyntax or ProjectKeepSyntax or ProjectRenameSyntax or ProjectReorderSyntax or SortSyntax or ParseSyntax
                or ParseKvSyntax or SerializeSyntax:
                return (Operator(rel, op), id);
            case MvExpandSyntax expand:
                return (Operator(rel, expand), id);
            case SummarizeSyntax summarize:
                return Grouped(Summarize(rel, summarize), rel, id);
            case CountSyntax count:
                return Grouped(Count(rel, count), rel, id);
            case DistinctSyntax distinct:
                return Grouped(Distinct(rel, distinct), rel, id);
            case TopSyntax top:
                return (Limited(Sorted(rel, top.Keys), id, RowCount(top.Count), op.Span), id);
            case TakeSyntax take:
                return (Limited(rel, id, RowCount(take.Count), op.Span), id);
            default:
                throw KqlFailure.Unsupported("this operator within mv-apply", op.Span);
        }
    }

    private (Rel Rel, Column Id) Grouped(SummarizeRel summarize, Rel input, Column id)
    {
        var key = NewColumn("", KqlType.Long);
        var grouped = new SummarizeRel(summarize.Input is NumberedRel ? summarize.Input : input, [.. summarize.Keys, new Item(key, new BoundColumn(id, default))], summarize.Aggregates);
        var visible = summarize.Columns.Select(c => new Item(c, new BoundColumn(c, default))).ToList();
        return (new ProjectRel(grouped, visible, new Ordering([new OrderKey(key, false, true)], false, false, false) { Within = key }), key);
    }

    private FilterRel Limited(Rel rel, Column id, Bound count, TextSpan span)
    {
        var rank = NewColumn("", KqlType.Long);
        return new FilterRel(
            new RankRel(rel, [id], rel.Ordering.Keys, rank),
            Operators.Call("<=", KqlType.Bool, span, (e, c) => $"({e.Sql(c.Arguments[0])} <= {e.Sql(c.Arguments[1])})", new BoundColumn(rank, span), count));
    }
}
