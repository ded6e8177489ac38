using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private static Rel MvApply(Rel input, MvApplySyntax apply) => throw KqlFailure.Unsupported("mv-apply", apply.Span);
}
