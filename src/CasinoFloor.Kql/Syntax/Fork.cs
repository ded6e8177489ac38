namespace CasinoFloor.Kql.Syntax;

/// <param name="Branches">Lists of operators, each applied to the rows and answered as a table of its own; Name is null where the query gives none.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ForkSyntax(IReadOnlyList<(string? Name, IReadOnlyList<OperatorSyntax> Operators)> Branches, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ForkSyntax Fork(Token first)
    {
        var branches = new List<(string? Name, IReadOnlyList<OperatorSyntax> Operators)>();
        do
        {
            string? name = null;
            if (!Current.Is("("))
            {
                name = Name();
                Expect("=");
            }

            branches.Add((name, SubPipeline()));
        }
        while (Current.Is("(") || (Current.Kind == TokenKind.Word && Ahead(1).Is("=")));
        return new ForkSyntax(branches, SpanFrom(first));
    }
}
