namespace CasinoFloor.Kql.Syntax;

/// <param name="Columns">The columns whose values are counted, each in a table of its own.</param>
/// <param name="With">Operators whose answer comes first; null without them.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record FacetSyntax(IReadOnlyList<NameExpr> Columns, IReadOnlyList<OperatorSyntax>? With, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private FacetSyntax Facet(Token first)
    {
        ExpectWord("by");
        var columns = List(() =>
        {
            var start = Current;
            return new NameExpr(Name(), SpanFrom(start));
        });
        var with = TryWord("with") ? SubPipeline() : null;
        return new FacetSyntax(columns, with, SpanFrom(first));
    }
}
