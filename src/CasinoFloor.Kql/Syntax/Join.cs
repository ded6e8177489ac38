namespace CasinoFloor.Kql.Syntax;

/// <param name="Kind">The kind, or null for the default.</param>
/// <param name="Right">The right side.</param>
/// <param name="Conditions">The join conditions.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record JoinSyntax((string Text, TextSpan Span)? Kind, Expr Right, IReadOnlyList<Expr> Conditions, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private JoinSyntax Join(Token first)
    {
        var options = Options("kind", "isfuzzy");
        var right = JoinSide();
        ExpectWord("on");
        return new JoinSyntax(options.TryGetValue("kind", out var kind) ? kind : null, right, List(() => Expression()), SpanFrom(first));
    }

    private Expr JoinSide()
    {
        if (!TrySign("("))
        {
            return SourceOperator() is { } start ? new PipelineExpr(null, [start], start.Span) : Postfix();
        }

        var side = Tabular();
        Expect(")");
        return side;
    }
}
