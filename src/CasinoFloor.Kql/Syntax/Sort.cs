namespace CasinoFloor.Kql.Syntax;

internal sealed record SortKey(Expr Value, bool Descending, bool NullsFirst, TextSpan Span);

internal sealed record SortSyntax(IReadOnlyList<SortKey> Keys, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private SortSyntax Sort(Token first)
    {
        Options();
        ExpectWord("by");
        return new SortSyntax(List(SortKey), SpanFrom(first));
    }

    private SortKey SortKey()
    {
        var first = Current;
        var value = Named();
        var descending = !TryWord("asc");
        if (descending)
        {
            TryWord("desc");
        }

        var nullsFirst = !descending;
        if (TryWord("nulls"))
        {
            nullsFirst = TryWord("first");
            if (!nullsFirst)
            {
                ExpectWord("last");
            }
        }

        return new SortKey(value, descending, nullsFirst, SpanFrom(first));
    }
}
