namespace CasinoFloor.Kql.Syntax;

internal sealed record MvApplySyntax(string? IndexColumn, IReadOnlyList<ExpandItem> Items, Expr? Limit, IReadOnlyList<OperatorSyntax> Body, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private MvApplySyntax MvApply(Token first)
    {
        var options = Options("with_itemindex", "bagexpansion", "kind");
        var index = options.TryGetValue("with_itemindex", out var column) ? column.Text : null;
        var items = List(ExpandItem);
        var limit = TryWord("limit") ? Expression() : null;
        ExpectWord("on");
        var body = SubPipeline();
        return new MvApplySyntax(index, items, limit, body, SpanFrom(first));
    }

    /// <summary>Operators in parentheses, applied to rows that come from outside.</summary>
    private List<OperatorSyntax> SubPipeline()
    {
        using var depth = Deeper();
        Expect("(");
        TrySign("|");
        var operators = new List<OperatorSyntax> { Operator() };
        while (TrySign("|"))
        {
            operators.Add(Operator());
        }

        Expect(")");
        return operators;
    }
}
