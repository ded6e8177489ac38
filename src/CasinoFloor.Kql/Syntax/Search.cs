namespace CasinoFloor.Kql.Syntax;

internal sealed record SearchSyntax(bool CaseSensitive, Expr Predicate, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private SearchSyntax Search(Token first)
    {
        var options = Options("kind");
        if (Current.IsWord("in") && Ahead(1).Is("("))
        {
            throw KqlFailure.Unsupported("search in (...)", Current.Span);
        }

        var sensitive = options.TryGetValue("kind", out var kind) && kind.Text == "case_sensitive";
        return new SearchSyntax(sensitive, Expression(), SpanFrom(first));
    }
}
