namespace CasinoFloor.Kql.Syntax;

internal sealed record ExtendSyntax(IReadOnlyList<Expr> Items, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ExtendSyntax Extend(Token first) => new(List(Named), SpanFrom(first));
}
