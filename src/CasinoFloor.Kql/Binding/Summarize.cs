using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>Groups and their aggregates.</summary>
/// <param name="input">The rows.</param>
/// <param name="keys">The keys.</param>
/// <param name="aggregates">The aggregates.</param>
/// <param name="first">A hidden column for the number of a group's first row, by which groups stand in the order they were met; null without one.</param>
internal sealed class SummarizeRel(Rel input, IReadOnlyList<Item> keys, IReadOnlyList<Item> aggregates, Column? first = null) : Rel(
    [.. keys.Concat(aggregates).Select(i => i.Column)],
    first is null ? Ordering.None : new Ordering([new OrderKey(first, false, true)], false, false, true))
{
    public Column? First { get; } = first;

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

        foreach (var value in values.Where(v => !v.Value.Contains<BoundAggregate>()))
        {
            throw KqlFailure.Unsupported("summarize of a value without an aggregate", value.Span);
        }

        if (keyValues.FirstOrDefault(v => v.Value.Type == KqlType.Dynamic) is { Value: not null } dynamic)
        {
            throw KqlFailure.Semantic("Rows cannot be grouped by a dynamic value; convert it first, for example with tostring().", dynamic.Span);
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var keys = Items(keyValues, used, []);
        var ordering = input.Ordering;
        if (ordering is { IsTotal: false, IsExplicit: false, Keys.Count: > 0 })
        {
            input = new NumberedRel(input, NewColumn("", KqlType.Long));
            ordering = input.Ordering;
        }

        return new SummarizeRel(input, keys, AggregateItems(values, used), ordering.IsTotal && keys.Count > 0 ? NewColumn("", KqlType.Long) : null);
    }

    private List<Item> AggregateItems(List<NamedValue> values, HashSet<string> used) => Items(values, used, []);

    private static bool OnlyAggregates(Bound value) => value is BoundAggregate || (value is not BoundColumn && value.Children.All(OnlyAggregates));
}
