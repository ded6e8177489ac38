using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed class PrintRel(IReadOnlyList<Item> items) : Rel([.. items.Select(i => i.Column)], Ordering.None)
{
    public IReadOnlyList<Item> Items { get; } = items;
}

internal sealed partial class Binder
{
    private PrintRel Print(PrintSyntax print)
    {
        var values = print.Items.SelectMany((item, i) => Values([item], RowScope.Empty) switch
        {
            // Of several results only those are kept that the query names, or all with names of their own.
            var results when item is NamedExpr => results.Where(r => r.IsExplicit),
            [var result] => [result with { Name = $"print_{i}" }],
            var results => results,
        }).ToList();
        return new PrintRel(Items(values, new(StringComparer.Ordinal), [], "print_", 0));
    }
}
