namespace CasinoFloor.Kql.Syntax;

internal sealed record DistinctSyntax(IReadOnlyList<Expr> Items, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private DistinctSyntax Distinct(Token first) => new(List(Named), SpanFrom(first));
}
