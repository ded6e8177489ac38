namespace CasinoFloor.Kql.Syntax;

/// <param name="Items">Patterns; Order is null, <c>asc</c>, <c>desc</c>, <c>granny-asc</c> or <c>granny-desc</c>.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ProjectReorderSyntax(IReadOnlyList<(NamePattern Pattern, string? Order)> Items, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ProjectReorderSyntax ProjectReorder(Token first) => new(List(Reordering), SpanFrom(first));

    private (NamePattern Pattern, string? Order) Reordering()
    {
        var pattern = Pattern();
        if (!Current.IsWord("granny"))
        {
            return (pattern, IsDirection() ? Take().Text : null);
        }

        Take();
        Expect("-");
        return (pattern, IsDirection() ? $"granny-{Take().Text}" : throw Unexpected("'asc' or 'desc'"));

        bool IsDirection() => Current.IsWord("asc") || Current.IsWord("desc");
    }
}
