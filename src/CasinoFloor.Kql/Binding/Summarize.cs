using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed class SummarizeRel(Rel input, IReadOnlyList<Item> keys, IReadOnlyList<Item> aggregates)
    : Rel([.. keys.Concat(aggregates).Select(i => i.Column)], Ordering.None)
{
    public Rel Input { get; } = input;

    public IReadOnlyList<Item> Keys { get; } = keys;

    public IReadOnlyList<Item> Aggregates { get; } = aggregates;
}

internal sealed partial class Binder
{
    private SummarizeRel Summarize(Rel input, SummarizeSyntax summarize)
    {
        var keyValues = Values(summarize.Keys, new RowScope { Input = input });
        var row = new RowScope
        {
            Input = input,
            AllowsAggregates = true,
            Keys = [.. keyValues.Select(k => k.Value).OfType<BoundColumn>().Select(b => b.Column)],
        };
        var values = Values(summarize.Aggregates, row);
        foreach (var value in values.Where(v => !OnlyAggregates(v.Value)))
        {
            throw KqlFailure.Semantic("A column outside of an aggregate is not allowed in summarize.", value.Span);
        }

        if (keyValues.FirstOrDefault(v => v.Value.Type == KqlType.Dynamic) is { Value: not null } dynamic)
        {
            throw KqlFailure.Semantic("Rows cannot be grouped by a dynamic value; convert it first, for example with tostring().", dynamic.Span);
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var keys = Items(keyValues, used, []);
        return new SummarizeRel(input, keys, AggregateItems(values, used));
    }

    private List<Item> AggregateItems(List<NamedValue> values, HashSet<string> used) => Items(values, used, []);

    private static bool OnlyAggregates(Bound value) => value is BoundAggregate || (value is not BoundColumn && value.Children.All(OnlyAggregates));
}
