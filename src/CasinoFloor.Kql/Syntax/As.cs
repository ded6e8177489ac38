namespace CasinoFloor.Kql.Syntax;

internal sealed record AsSyntax(string Name, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private AsSyntax As(Token first)
    {
        Options();
        return new AsSyntax(Name(), SpanFrom(first));
    }
}
