namespace CasinoFloor.Kql.Syntax;

internal sealed record ProjectSyntax(IReadOnlyList<Expr> Items, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ProjectSyntax Project(Token first) => new(Current.Is("|") ? [] : List(Named), SpanFrom(first));
}
