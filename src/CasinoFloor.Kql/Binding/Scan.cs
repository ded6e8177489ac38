using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private static Rel Scan(Rel input, ScanSyntax scan) => throw KqlFailure.Unsupported("scan", scan.Span);
}
