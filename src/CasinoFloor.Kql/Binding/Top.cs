using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private TakeRel Top(Rel input, TopSyntax top) => new(Sorted(input, top.Keys), RowCount(top.Count));
}
