using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed class TakeRel(Rel input, Bound count) : Rel(input.Columns, input.Ordering)
{
    public Rel Input { get; } = input;

    public Bound Count { get; } = count;

    public override IReadOnlyList<Column> Hidden => Input.Hidden;
}

internal sealed partial class Binder
{
    private TakeRel Take(Rel input, TakeSyntax take) => new(input, RowCount(take.Count));

    private Bound RowCount(Expr expression)
    {
        var count = Scalar(expression, RowScope.Empty);
        if (!count.Type.IsInteger())
        {
            throw KqlFailure.Semantic("A number of rows is a whole number.", expression.Span);
        }

        return count is BoundLiteral { Value: long and < 0 }
            ? throw KqlFailure.Semantic("A number of rows cannot be negative.", expression.Span)
            : count;
    }
}
