using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private const int MaxPivotColumns = 1000;

    /// <summary>Turns the values of a column into columns; what values there are is asked first.</summary>
    private SummarizeRel Pivot(Rel input, EvaluateSyntax evaluate)
    {
        var pivot = PluginColumn(input, evaluate, 0);
        if (pivot.Type == KqlType.Dynamic)
        {
            throw KqlFailure.Semantic("pivot needs a column that is not dynamic.", pivot.Span);
        }

        var row = new RowScope { Input = input, AllowsAggregates = true };
        var aggregate = evaluate.Arguments.Count > 1
            ? Scalar(evaluate.Arguments[1], row) as BoundAggregate ?? throw KqlFailure.Semantic("Argument 2 of 'pivot' must be an aggregate.", evaluate.Span)
            : new BoundAggregate(AggregateCatalog.Find("count")!, [], null, 0, KqlType.Long, evaluate.Span);
        var arguments = aggregate.Arguments.OfType<BoundColumn>().Select(a => a.Column.Sql).ToHashSet();
        var keys = evaluate.Arguments.Count > 2
            ? [.. Enumerable.Range(2, evaluate.Arguments.Count - 2).Select(i => PluginColumn(input, evaluate, i).Column)]
            : input.Columns.Where(c => c.Sql != pivot.Column.Sql && !arguments.Contains(c.Sql)).ToList();
        if (keys.FirstOrDefault(k => k.Type == KqlType.Dynamic) is { } dynamic)
        {
            throw KqlFailure.Semantic($"pivot cannot group by the dynamic column '{dynamic.Name}'.", evaluate.Span);
        }

        var shared = new MaterializeRel(input);
        var text = NewColumn("", KqlType.String);
        var distinct = new SummarizeRel(shared, [new Item(text, Conversions.ToText(pivot))], []);
        var values = _probe?.Read(distinct, pivot.Span).Select(r => (string)r[0]!).Order(StringComparer.Ordinal).ToList() ?? [];
        if (values.Count > MaxPivotColumns)
        {
            throw new KqlFailure(KqlErrorCodes.TooComplex, $"pivot has more than {MaxPivotColumns} values.", evaluate.Span);
        }

        var used = keys.Select(k => k.Name).ToHashSet(StringComparer.Ordinal);
        var items = values.Select(value =>
        {
            var filter = Operators.Bind("==", Conversions.ToText(pivot), new BoundLiteral(value, KqlType.String, pivot.Span), pivot.Span);
            filter = aggregate.Filter is null ? filter : Operators.Bind("and", aggregate.Filter, filter, pivot.Span);
            return new Item(NewColumn(Unique(value, used), aggregate.Type), aggregate with { Filter = filter });
        }).ToList();
        return new SummarizeRel(shared, [.. keys.Select(k => new Item(k, new BoundColumn(k, default)))], items);
    }
}
