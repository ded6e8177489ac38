namespace CasinoFloor.Kql.Syntax;

internal sealed record DataTableSyntax(IReadOnlyList<(string Name, KqlType Type)> Columns, IReadOnlyList<Expr> Values, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private DataTableSyntax DataTable(Token first)
    {
        Expect("(");
        var columns = List(ColumnDeclaration);
        Expect(")");
        Expect("[");
        var values = new List<Expr>();
        while (!Current.Is("]"))
        {
            values.Add(Expression());
            if (!TrySign(","))
            {
                break;
            }
        }

        Expect("]");
        return values.Count % columns.Count == 0
            ? new DataTableSyntax(columns, values, SpanFrom(first))
            : throw KqlFailure.Semantic("The number of values is not a multiple of the number of columns.", SpanFrom(first));
    }
}
