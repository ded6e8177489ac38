namespace CasinoFloor.Kql.Syntax;

internal sealed record CountSyntax(string? As, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private CountSyntax Count(Token first) => new(TryWord("as") ? Name() : null, SpanFrom(first));
}
