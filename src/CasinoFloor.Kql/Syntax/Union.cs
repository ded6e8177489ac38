namespace CasinoFloor.Kql.Syntax;

/// <param name="Inner">Whether only common columns are kept.</param>
/// <param name="SourceColumn">The column that names the source of a row; null without one.</param>
/// <param name="IsFuzzy">Whether unknown tables are skipped.</param>
/// <param name="Sides">The other tables.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record UnionSyntax(bool Inner, string? SourceColumn, bool IsFuzzy, IReadOnlyList<Expr> Sides, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private UnionSyntax Union(Token first)
    {
        var options = Options("kind", "withsource", "with_source", "isfuzzy");
        var inner = false;
        if (options.TryGetValue("kind", out var kind))
        {
            inner = kind.Text == "inner";
            if (!inner && kind.Text != "outer")
            {
                throw KqlFailure.Semantic($"'{kind.Text}' is not a kind of union; use inner or outer.", kind.Span);
            }
        }

        var source = options.TryGetValue("withsource", out var name) || options.TryGetValue("with_source", out name) ? name.Text : null;
        var fuzzy = options.TryGetValue("isfuzzy", out var isFuzzy) && isFuzzy.Text == "true";
        return new UnionSyntax(inner, source, fuzzy, List(UnionSide), SpanFrom(first));
    }

    private Expr UnionSide()
    {
        var side = Current;
        if (side.Is("*") || (Ahead(1).Is("*") && !Ahead(1).SpaceBefore && side.Kind == TokenKind.Word))
        {
            var pattern = Pattern();
            return new CallExpr("union *", [new LiteralExpr(pattern.Text, KqlType.String, pattern.Span)], pattern.Span);
        }

        return JoinSide();
    }
}
