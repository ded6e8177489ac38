using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private static Rel Search(Rel input, SearchSyntax search) =>
        throw KqlFailure.Unsupported(input is TableRel ? "search; use where * has" : "search", search.Span);
}
