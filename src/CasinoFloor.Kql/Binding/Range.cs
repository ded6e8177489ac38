using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed class RangeRel(Column column, Column index, Bound from, Bound to, Bound step)
    : Rel([column], new Ordering([new OrderKey(index, false, true)], true, false, true))
{
    public Column Column { get; } = column;

    public Column Index { get; } = index;

    public Bound From { get; } = from;

    public Bound To { get; } = to;

    public Bound Step { get; } = step;

    /// <summary>How many of its values are asked for; null for all.</summary>
    public Bound? Most { get; init; }
}

internal sealed partial class Binder
{
    private RangeRel Range(RangeSyntax range)
    {
        var from = Scalar(range.From, RowScope.Empty);
        var to = Scalar(range.To, RowScope.Empty);
        var step = Scalar(range.Step, RowScope.Empty);
        var type = from.Type.IsNumeric() && to.Type.IsNumeric() ? Operators.Widest(from.Type, to.Type) : from.Type;
        type = type.IsNumeric() && step.Type.IsNumeric() ? Operators.Widest(type, step.Type) : type;
        var stepType = type == KqlType.DateTime ? KqlType.TimeSpan : type;
        if (!(type.IsNumeric() || type is KqlType.DateTime or KqlType.TimeSpan) || type == KqlType.Decimal)
        {
            throw KqlFailure.Semantic($"A range cannot be of type {type.Name()}.", range.Span);
        }

        if (step is BoundLiteral { Value: 0L or 0.0 })
        {
            throw KqlFailure.Unsupported("a range with a step of 0", range.Step.Span);
        }

        return new RangeRel(
            NewColumn(range.Name, type), NewColumn("", KqlType.Long), Coerce(from, type, range.From.Span), Coerce(to, type, range.To.Span), Coerce(step, stepType, range.Step.Span));
    }
}
