namespace CasinoFloor.Kql.Syntax;

internal sealed record TopSyntax(Expr Count, IReadOnlyList<SortKey> Keys, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private TopSyntax Top(Token first)
    {
        Options();
        var count = Expression();
        ExpectWord("by");
        return new TopSyntax(count, List(SortKey), SpanFrom(first));
    }
}
