namespace CasinoFloor.Kql.Syntax;

internal sealed record SummarizeSyntax(IReadOnlyList<Expr> Aggregates, IReadOnlyList<Expr> Keys, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private SummarizeSyntax Summarize(Token first)
    {
        Options();
        var aggregates = Current.IsWord("by") ? [] : List(Named);
        var keys = TryWord("by") ? List(Named) : [];
        return new SummarizeSyntax(aggregates, keys, SpanFrom(first));
    }
}
