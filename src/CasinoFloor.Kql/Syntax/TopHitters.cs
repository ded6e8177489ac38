namespace CasinoFloor.Kql.Syntax;

internal sealed record TopHittersSyntax(Expr Count, Expr Value, Expr? Weight, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private TopHittersSyntax TopHitters(Token first)
    {
        var count = Expression();
        ExpectWord("of");
        var value = Named();
        return new TopHittersSyntax(count, value, TryWord("by") ? Expression() : null, SpanFrom(first));
    }
}
