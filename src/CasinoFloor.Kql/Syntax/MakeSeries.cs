namespace CasinoFloor.Kql.Syntax;

/// <param name="Aggregate">The aggregate, perhaps named.</param>
/// <param name="Default">The value of a bin without rows; null for 0.</param>
internal sealed record SeriesItem(Expr Aggregate, Expr? Default);

/// <param name="NonEmpty">Whether an empty input still answers a series.</param>
/// <param name="Items">The aggregates.</param>
/// <param name="Axis">The axis column or expression, perhaps named.</param>
/// <param name="From">The first bin; null for the smallest value.</param>
/// <param name="To">The end of the axis, exclusive; null for the largest value, inclusive.</param>
/// <param name="Step">The bin width.</param>
/// <param name="Keys">The keys; one series for each.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record MakeSeriesSyntax(
    bool NonEmpty, IReadOnlyList<SeriesItem> Items, Expr Axis, Expr? From, Expr? To, Expr Step, IReadOnlyList<Expr> Keys, TextSpan Span) : OperatorSyntax(Span)
{
    /// <summary>Whether the bounds were given as <c>in range(...)</c>: the end then belongs to the axis, and bins begin at multiples of the step.</summary>
    public bool InRange { get; init; }
}

internal sealed partial class Parser
{
    private MakeSeriesSyntax MakeSeries(Token first)
    {
        var options = Options("kind");
        var items = List(() =>
        {
            var aggregate = Named();
            var otherwise = TryWord("default") && Expect("=") is not null ? Expression() : null;
            return new SeriesItem(aggregate, otherwise);
        });
        ExpectWord("on");
        var axis = Named(AboveMembership);
        Expr? from = null, to = null;
        if (Current.IsWord("in"))
        {
            return MakeSeriesInRange(first, options, items, axis);
        }

        from = TryWord("from") ? Expression() : null;
        to = TryWord("to") ? Expression() : null;
        ExpectWord("step");
        var width = Expression();
        var keys = TryWord("by") ? List(Named) : [];
        return new MakeSeriesSyntax(IsNonEmpty(options), items, axis, from, to, width, keys, SpanFrom(first));
    }

    /// <summary>The older form, <c>on t in range(from, to, step)</c>.</summary>
    private MakeSeriesSyntax MakeSeriesInRange(Token first, Dictionary<string, (string Text, TextSpan Span)> options, List<SeriesItem> items, Expr axis)
    {
        ExpectWord("in");
        ExpectWord("range");
        Expect("(");
        var from = Expression();
        Expect(",");
        var to = Expression();
        Expect(",");
        var width = Expression();
        Expect(")");
        var keys = TryWord("by") ? List(Named) : [];
        return new MakeSeriesSyntax(IsNonEmpty(options), items, axis, from, to, width, keys, SpanFrom(first)) { InRange = true };
    }

    private static bool IsNonEmpty(Dictionary<string, (string Text, TextSpan Span)> options) => options.TryGetValue("kind", out var kind) && kind.Text == "nonempty";
}
