using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>The values with the most rows or the largest sums. The language allows estimates; these are exact.</summary>
    private TakeRel TopHitters(Rel input, TopHittersSyntax top)
    {
        var row = new RowScope { Input = input };
        var keys = Keys(Values([top.Value], row));
        var weight = top.Weight is null ? null : Scalar(top.Weight, row);
        if (weight is not null && !weight.Type.IsNumeric())
        {
            throw KqlFailure.Semantic("top-hitters adds up numbers only.", top.Weight!.Span);
        }

        var used = keys.Select(k => k.Column.Name).ToHashSet(StringComparer.Ordinal);
        var (name, function) = weight is null ? ("approximate_count_" + keys[0].Column.Name, "count") : ("approximate_sum_" + ResultName(top.Weight!, row), "sum");
        List<Bound> arguments = weight is null ? [] : [weight];
        var aggregate = AggregateCatalog.Find(function)!;
        var measure = new BoundAggregate(aggregate, arguments, null, 0, aggregate.ResultType(arguments), top.Span);
        var column = NewColumn(Unique(name, used), measure.Type);
        var grouped = new SummarizeRel(input, keys, [new Item(column, measure)]);
        var sorted = new ProjectRel(
            grouped, [.. grouped.Columns.Select(c => new Item(c, new BoundColumn(c, default)))], new Ordering([new OrderKey(column, true, false)], true, true, false));
        return new TakeRel(sorted, RowCount(top.Count));
    }
}
