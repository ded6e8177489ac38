namespace CasinoFloor.Kql.Syntax;

internal sealed record PrintSyntax(IReadOnlyList<Expr> Items, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private PrintSyntax Print(Token first) => new(List(Named), SpanFrom(first));
}
