namespace CasinoFloor.Kql.Syntax;

internal sealed record SampleSyntax(Expr Count, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private SampleSyntax Sample(Token first) => new(Expression(), SpanFrom(first));
}
