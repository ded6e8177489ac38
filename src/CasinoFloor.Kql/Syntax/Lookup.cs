namespace CasinoFloor.Kql.Syntax;

internal sealed record LookupSyntax((string Text, TextSpan Span)? Kind, Expr Right, IReadOnlyList<Expr> Conditions, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private LookupSyntax Lookup(Token first)
    {
        var options = Options("kind");
        var right = JoinSide();
        ExpectWord("on");
        return new LookupSyntax(options.TryGetValue("kind", out var kind) ? kind : null, right, List(() => Expression()), SpanFrom(first));
    }
}
