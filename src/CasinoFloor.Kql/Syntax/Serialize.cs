namespace CasinoFloor.Kql.Syntax;

internal sealed record SerializeSyntax(IReadOnlyList<Expr> Items, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private SerializeSyntax Serialize(Token first) =>
        new(Current.Kind == TokenKind.Word || Current.Is("[") || Current.Is("(") ? List(Named) : [], SpanFrom(first));
}
