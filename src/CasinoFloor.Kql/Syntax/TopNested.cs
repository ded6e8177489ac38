namespace CasinoFloor.Kql.Syntax;

/// <param name="Count">How many values to keep; null for all.</param>
/// <param name="Value">The expression that forms the level.</param>
/// <param name="Others">The label of the remaining values; null without one.</param>
/// <param name="Aggregate">The aggregate to order by.</param>
/// <param name="Ascending">Whether the smallest come first.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record TopNestedLevel(Expr? Count, Expr Value, Expr? Others, Expr Aggregate, bool Ascending, TextSpan Span);

internal sealed record TopNestedSyntax(IReadOnlyList<TopNestedLevel> Levels, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private TopNestedSyntax TopNested(Token first)
    {
        var levels = new List<TopNestedLevel> { TopNestedLevel(first) };
        while (TrySign(","))
        {
            var start = Current;
            ExpectWord("top");
            Expect("-");
            ExpectWord("nested");
            levels.Add(TopNestedLevel(start));
        }

        return new TopNestedSyntax(levels, SpanFrom(first));
    }

    private TopNestedLevel TopNestedLevel(Token first)
    {
        var count = Current.IsWord("of") ? null : Expression();
        ExpectWord("of");
        var value = Named();
        Expr? others = null;
        if (TryWord("with"))
        {
            ExpectWord("others");
            Expect("=");
            others = Expression();
        }

        ExpectWord("by");
        var aggregate = Named();
        var ascending = TryWord("asc");
        if (!ascending)
        {
            TryWord("desc");
        }

        return new TopNestedLevel(count, value, others, aggregate, ascending, SpanFrom(first));
    }
}
