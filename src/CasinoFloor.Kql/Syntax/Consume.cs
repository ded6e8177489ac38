namespace CasinoFloor.Kql.Syntax;

internal sealed record ConsumeSyntax(TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ConsumeSyntax Consume(Token first) => throw KqlFailure.Unsupported("consume", SpanFrom(first));
}
