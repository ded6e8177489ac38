namespace CasinoFloor.Kql.Syntax;

internal sealed record ProjectKeepSyntax(IReadOnlyList<NamePattern> Patterns, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ProjectKeepSyntax ProjectKeep(Token first) => new(List(Pattern), SpanFrom(first));
}
