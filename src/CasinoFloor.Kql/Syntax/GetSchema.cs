namespace CasinoFloor.Kql.Syntax;

internal sealed record GetSchemaSyntax(TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private GetSchemaSyntax GetSchema(Token first) => new(SpanFrom(first));
}
