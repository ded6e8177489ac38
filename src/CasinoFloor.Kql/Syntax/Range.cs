namespace CasinoFloor.Kql.Syntax;

internal sealed record RangeSyntax(string Name, Expr From, Expr To, Expr Step, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private RangeSyntax Range(Token first)
    {
        var name = Name();
        ExpectWord("from");
        var from = Expression();
        ExpectWord("to");
        var to = Expression();
        ExpectWord("step");
        return new RangeSyntax(name, from, to, Expression(), SpanFrom(first));
    }
}
