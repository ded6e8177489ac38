using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed class FilterRel(Rel input, Bound predicate) : Rel(input.Columns, input.Ordering)
{
    public Rel Input { get; } = input;

    public Bound Predicate { get; } = predicate;

    public override IReadOnlyList<Column> Hidden => Input.Hidden;
}

internal sealed partial class Binder
{
    private FilterRel Where(Rel input, WhereSyntax where)
    {
        var row = new RowScope { Input = input, AllowsWindows = true };
        var predicate = Condition(where.Predicate, row);
        if (predicate.Contains<BoundWindow>())
        {
            predicate = new BoundColumn(Hoist(predicate, row), where.Span);
        }

        return new FilterRel(row.Input!, predicate);
    }

    private Bound Condition(Expr expression, RowScope row)
    {
        var predicate = Scalar(expression, row);
        return predicate.Type switch
        {
            KqlType.Bool => predicate,
            KqlType.Dynamic => Conversions.To(KqlType.Bool, predicate),
            _ => throw KqlFailure.Semantic($"A condition is expected here, not a {predicate.Type.Name()}.", expression.Span),
        };
    }
}
