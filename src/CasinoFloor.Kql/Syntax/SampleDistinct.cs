namespace CasinoFloor.Kql.Syntax;

internal sealed record SampleDistinctSyntax(Expr Count, Expr Value, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private SampleDistinctSyntax SampleDistinct(Token first)
    {
        var count = Expression();
        ExpectWord("of");
        return new SampleDistinctSyntax(count, Expression(), SpanFrom(first));
    }
}
