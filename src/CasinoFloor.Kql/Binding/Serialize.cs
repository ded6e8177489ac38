using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel Serialize(Rel input, SerializeSyntax serialize)
    {
        var ordering = input.Ordering;
        if (!ordering.IsSerialized)
        {
            input = new ProjectRel(input, [.. input.Columns.Select(c => new Item(c, new BoundColumn(c, default)))], ordering with { IsSerialized = true });
        }

        return serialize.Items.Count == 0 ? Select(input, input.Columns) : ExtendBy(input, serialize.Items);
    }
}
