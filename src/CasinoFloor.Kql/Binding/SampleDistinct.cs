using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private TakeRel SampleDistinct(Rel input, SampleDistinctSyntax sample) =>
        new(Distinct(input, new DistinctSyntax([sample.Value], sample.Span)), RowCount(sample.Count));
}
