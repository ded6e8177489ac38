namespace CasinoFloor.Kql.Syntax;

/// <param name="CaseSensitive">Whether case matters.</param>
/// <param name="Tables">The tables to search; empty for the rows so far, or for all tables when there are none.</param>
/// <param name="Predicate">The condition, in which a text stands for any column that has it.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record SearchSyntax(bool CaseSensitive, IReadOnlyList<Expr> Tables, Expr Predicate, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    /// <summary>Whether <c>column:"text"</c> is a condition here.</summary>
    private bool _isSearch;

    private SearchSyntax Search(Token first)
    {
        var options = Options("kind");
        List<Expr> tables = [];
        if (TryWord("in"))
        {
            Expect("(");
            tables = List(UnionSide);
            Expect(")");
        }

        var sensitive = options.TryGetValue("kind", out var kind) && kind.Text == "case_sensitive";
        if (kind.Text is not (null or "default" or "case_insensitive" or "case_sensitive"))
        {
            throw KqlFailure.Semantic($"'{kind.Text}' is not a kind of search; use default, case_insensitive or case_sensitive.", kind.Span);
        }

        _isSearch = true;
        var predicate = Expression();
        _isSearch = false;
        return new SearchSyntax(sensitive, tables, predicate, SpanFrom(first));
    }
}
