using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel Sort(Rel input, SortSyntax sort) => Sorted(input, sort.Keys);

    /// <summary>Sets the order. No SQL sorts here: what needs the order (a limit, a window, the final result) does it.</summary>
    private ProjectRel Sorted(Rel input, IReadOnlyList<SortKey> keys)
    {
        var row = new RowScope { Input = input, AllowsWindows = true };
        var order = new List<OrderKey>();
        var computed = new List<Item>();
        foreach (var key in keys)
        {
            var expression = key.Value is NamedExpr named ? named.Value : key.Value;
            var value = Scalar(expression, row);
            if (value.Type == KqlType.Dynamic)
            {
                throw KqlFailure.Semantic("Rows cannot be sorted by a dynamic value; convert it first, for example with tostring().", key.Span);
            }

            if (value is not BoundColumn { Column: var column })
            {
                column = NewColumn("", value.Type, Translation.Emitter.StorageOf(value));
                computed.Add(new Item(column, value));
            }

            order.Add(new OrderKey(column, key.Descending, key.NullsFirst));
        }

        if (input.Ordering.Within is { } within)
        {
            order.Insert(0, new OrderKey(within, false, true));
        }

        // Rows that are equal in the keys stay in the order they had.
        order.AddRange(row.Input!.Ordering.Keys.Where(k => !order.Any(o => o.Column.Sql == k.Column.Sql)));
        return new ProjectRel(
            row.Input!,
            [.. input.Columns.Select(c => new Item(c, new BoundColumn(c, default)))],
            new Ordering(order, true, true, false) { Within = input.Ordering.Within },
            computed);
    }
}
