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
        var values = Values(print.Items, RowScope.Empty);
        for (var i = 0; i < values.Count; i++)
        {
            // Only results of functions with several of them keep their own names here.
            if (!values[i].IsExplicit && print.Items.Count == values.Count)
            {
                values[i] = values[i] with { Name = values[i].Name is { } name && name.EndsWith("_sorted", StringComparison.Ordinal) ? name : $"print_{i}" };
            }
        }

        return new PrintRel(Items(values, new(StringComparer.Ordinal), [], "print_", 0));
    }
}
