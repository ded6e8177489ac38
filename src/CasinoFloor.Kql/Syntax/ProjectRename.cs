namespace CasinoFloor.Kql.Syntax;

internal sealed record ProjectRenameSyntax(IReadOnlyList<(string New, string Old, TextSpan Span)> Names, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ProjectRenameSyntax ProjectRename(Token first) => new(List(Renaming), SpanFrom(first));

    private (string New, string Old, TextSpan Span) Renaming()
    {
        var first = Current;
        var name = Name();
        Expect("=");
        var old = Name();
        return (name, old, SpanFrom(first));
    }
}
