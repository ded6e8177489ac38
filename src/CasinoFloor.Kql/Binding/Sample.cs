using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private TakeRel Sample(Rel input, SampleSyntax sample) => new(input, RowCount(sample.Count));
}
