namespace CasinoFloor.Kql.Syntax;

internal sealed record WhereSyntax(Expr Predicate, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private WhereSyntax Where(Token first) => new(Expression(), SpanFrom(first));
}
