namespace CasinoFloor.Kql.Syntax;

/// <param name="CaseSensitive">Whether case matters.</param>
/// <param name="Tables">The tables to search; empty for the rows so far, or for all tables when there are none.</param>
/// <param name="Predicate">The condition, in which a text stands for any column that has it.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record SearchSyntax(bool CaseSensitive, IReadOnlyList<Expr> Tables, Expr Predicate, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
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
        var predicate = Expression();
        return Current.Is(":")
            ? throw KqlFailure.Unsupported("search with column:text", Current.Span)
            : new SearchSyntax(sensitive, tables, predicate, SpanFrom(first));
    }
}
