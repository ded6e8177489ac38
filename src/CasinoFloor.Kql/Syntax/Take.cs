namespace CasinoFloor.Kql.Syntax;

internal sealed record TakeSyntax(Expr Count, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private TakeSyntax Take(Token first) => new(Expression(), SpanFrom(first));
}
