using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>Series of aggregates along an axis.</summary>
internal sealed class MakeSeriesRel(
    Rel input, Bound axis, Column axisColumn, Bound? from, Bound? to, Bound step, IReadOnlyList<Item> keys, IReadOnlyList<(Item Item, Bound Default)> series, bool nonEmpty)
    : Rel([.. keys.Select(k => k.Column), .. series.Select(s => s.Item.Column), axisColumn], Ordering.None)
{
    public Rel Input { get; } = input;

    public Bound Axis { get; } = axis;

    public Column AxisColumn { get; } = axisColumn;

    public Bound? From { get; } = from;

    public Bound? To { get; } = to;

    public Bound Step { get; } = step;

    public IReadOnlyList<Item> Keys { get; } = keys;

    public IReadOnlyList<(Item Item, Bound Default)> Series { get; } = series;

    public bool NonEmpty { get; } = nonEmpty;
}

internal sealed partial class Binder
{
    private MakeSeriesRel MakeSeries(Rel input, MakeSeriesSyntax syntax)
    {
        var plain = new RowScope { Input = input };
        var keyValues = Values(syntax.Keys, plain);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var keys = Items(keyValues, used, []);
        var axisExpression = syntax.Axis is NamedExpr named ? named.Value : syntax.Axis;
        var axis = Scalar(axisExpression, plain);
        if (!axis.Type.IsNumeric() && axis.Type is not (KqlType.DateTime or KqlType.TimeSpan))
        {
            throw KqlFailure.Semantic($"The axis of a series cannot be of type {axis.Type.Name()}.", axis.Span);
        }

        axis = axis.Type switch
        {
            KqlType.Int => Conversions.To(KqlType.Long, axis),
            KqlType.Decimal => Conversions.To(KqlType.Real, axis),
            _ => axis,
        };
        var stepType = axis.Type == KqlType.DateTime ? KqlType.TimeSpan : axis.Type;
        var step = Coerce(Scalar(syntax.Step, RowScope.Empty), stepType, syntax.Step.Span);
        var from = syntax.From is null ? null : Coerce(Scalar(syntax.From, RowScope.Empty), axis.Type, syntax.From.Span);
        var to = syntax.To is null ? null : Coerce(Scalar(syntax.To, RowScope.Empty), axis.Type, syntax.To.Span);
        if (step is BoundLiteral { Value: long and <= 0 } or BoundLiteral { Value: double and <= 0 })
        {
            throw KqlFailure.Semantic("The step must be greater than zero.", step.Span);
        }

        if (syntax.InRange)
        {
            (input, to) = Inclusive(input, axis, from!, to!, step);
        }

        var row = new RowScope { Input = input, AllowsAggregates = true };
        var values = new List<NamedValue>();
        var defaults = new List<Bound>();
        foreach (var item in syntax.Items)
        {
            var parts = Values([item.Aggregate], row);
            if (parts.Count != 1 || !OnlyAggregates(parts[0].Value))
            {
                throw KqlFailure.Semantic("A series needs one aggregate.", item.Aggregate.Span);
            }

            values.Add(parts[0]);
            var type = parts[0].Value.Type;
            var zero = new BoundLiteral(
                type switch { KqlType.Real => 0.0, KqlType.Decimal => 0m, KqlType.String => "", KqlType.Int or KqlType.Long or KqlType.TimeSpan => 0L, _ => null }, type, item.Aggregate.Span);
            var otherwise = item.Default is null ? zero : Scalar(item.Default, RowScope.Empty);
            defaults.Add(type.IsNumeric() && otherwise.Type.IsNumeric() ? otherwise : Coerce(otherwise, type, item.Aggregate.Span));
        }

        var items = Items(values, used, []);
        items = [.. items.Select(i => new Item(NewColumn(i.Column.Name, KqlType.Dynamic), i.Value))];
        var axisName = (syntax.Axis as NamedExpr)?.Names[0] ?? ResultName(axisExpression, plain) ?? "Column1";
        return new MakeSeriesRel(
            input, axis, NewColumn(Unique(axisName, used), KqlType.Dynamic), from, to, step, keys, [.. items.Zip(defaults)], syntax.NonEmpty);
    }

    /// <summary>
    /// The axis of <c>in range</c> ends with its end and has its bins at multiples of the step. What it does with bounds that are none,
    /// and with rows behind the end in the last bin, is told nowhere.
    /// </summary>
    private static (Rel Input, Bound To) Inclusive(Rel input, Bound axis, Bound from, Bound to, Bound step)
    {
        if ((from, to, step) is not (BoundLiteral { Value: long first }, BoundLiteral { Value: long last }, BoundLiteral { Value: long width })
            || first % width != 0 || last % width != 0)
        {
            throw KqlFailure.Unsupported("make-series in range with bounds that are no constant multiples of the step", from.Span);
        }

        var behind = Operators.Call(
            "behind",
            KqlType.Bool,
            to.Span,
            (e, c) => $"(CASE WHEN {e.Sql(c.Arguments[0])} > {e.Sql(c.Arguments[1])} AND {e.Sql(c.Arguments[0])} < {e.Sql(c.Arguments[2])} THEN CAST({Translation.Emitter.Refuse("make-series in range with rows behind the end in the last bin", c.Span)} AS BOOLEAN) ELSE true END)",
            axis,
            to,
            new BoundLiteral(last + width, axis.Type, to.Span));
        return (new FilterRel(input, behind), new BoundLiteral(last + 1, axis.Type, to.Span));
    }
}
