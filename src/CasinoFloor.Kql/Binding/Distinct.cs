using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private SummarizeRel Distinct(Rel input, DistinctSyntax distinct)
    {
        var row = new RowScope { Input = input };
        return new SummarizeRel(input, Keys(Values(distinct.Items, row, allowStar: true)), []);
    }

    private List<Item> Keys(List<NamedValue> values)
    {
        if (values.FirstOrDefault(v => v.Value.Type == KqlType.Dynamic) is { Value: not null } dynamic)
        {
            throw KqlFailure.Semantic("Rows cannot be grouped by a dynamic value; convert it first, for example with tostring().", dynamic.Span);
        }

        return Items(values, new(StringComparer.Ordinal), []);
    }
}
