using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Rounding down to multiples. Bins of moments begin at 0001-01-01, which is a Monday.</content>
internal static partial class ScalarCatalog
{
    private static void AddBins(Action<ScalarFunction> add)
    {
        foreach (var name in new[] { "bin", "floor" })
        {
            add(new(name, "xx?", a => BinType(a[0], a.ElementAtOrDefault(1), name), (e, c) => Bin(e, c, null))
            {
                Naming = ResultNaming.FirstArgument,
                Timestamp = BinTimestamp,
            });
        }

        add(new("bin_at", "xxx", BinAtType, (e, c) => Bin(e, c, c.Arguments[2])) { Naming = ResultNaming.FirstArgument });
    }

    private static KqlType BinType(Bound value, Bound? width, string name)
    {
        var type = (value.Type, width?.Type) switch
        {
            ({ } v, null) when v.IsNumeric() && name == "floor" => v == KqlType.Int ? KqlType.Long : v,
            ({ } v, { } w) when v.IsNumeric() && w.IsNumeric() => Operators.Widest(v, w) is var widest && widest == KqlType.Int ? KqlType.Long : widest,
            (KqlType.DateTime, KqlType.TimeSpan) => KqlType.DateTime,
            (KqlType.TimeSpan, KqlType.TimeSpan) => KqlType.TimeSpan,
            _ => (KqlType?)null,
        };
        return type ?? throw KqlFailure.Semantic($"'{name}' cannot be applied to {value.Type.Name()}{(width is null ? "" : " and " + width.Type.Name())}.", value.Span);
    }

    /// <summary>The fixed point is of the value's type; a number may be one that the bins can hold, as in <c>bin_at(6.5, 2.5, 7)</c>.</summary>
    private static KqlType BinAtType(IReadOnlyList<Bound> arguments)
    {
        var (value, point) = (arguments[0], arguments[2]);
        var type = BinType(value, arguments[1], "bin_at");
        var fits = type.IsNumeric() ? point.Type.IsNumeric() && (Operators.Widest(type, point.Type) == type) : point.Type == type;
        return fits ? type : throw KqlFailure.Semantic(
            $"The fixed point of 'bin_at' cannot be of type {point.Type.Name()} when the bins are of type {type.Name()}.", point.Span);
    }

    private static string Bin(Emitter e, BoundCall c, Bound? fixedPoint)
    {
        var one = new BoundLiteral(1L, KqlType.Long, c.Span);
        var widthBound = c.Arguments.ElementAtOrDefault(1) ?? one;
        if (c.Type is KqlType.Real or KqlType.Decimal)
        {
            var (x, n) = (As(e, c.Arguments[0], c.Type), As(e, widthBound, c.Type));
            if (c.Type == KqlType.Decimal)
            {
                return e.Udf("decimal_bin", c.Type, x, n, fixedPoint is null ? "'0'" : As(e, fixedPoint, c.Type));
            }

            var origin = fixedPoint is null ? null : As(e, fixedPoint, c.Type);
            var bins = origin is null ? $"(floor({x} / {n}) * {n})" : $"(floor(({x} - {origin}) / {n}) * {n} + {origin})";
            return widthBound is BoundLiteral { Value: double and > 0 } or BoundLiteral { Value: long and > 0 } ? bins : e.Checked($"(CASE WHEN {n} > 0 THEN {bins} END)");
        }

        var value = e.Sql(c.Arguments[0]);
        var width = e.Sql(widthBound);
        var shifted = fixedPoint is null ? value : $"({value} - {e.Sql(fixedPoint)})";
        if (e.WrapsOverflow)
        {
            var (v, w, o) = ($"CAST({value} AS HUGEINT)", $"CAST({width} AS HUGEINT)", fixedPoint is null ? "0" : $"CAST({e.Sql(fixedPoint)} AS HUGEINT)");
            return e.Checked($"(CASE WHEN {w} > 0 THEN {Arithmetic.Wrap($"({v} - ((({v} - {o}) % {w}) + {w}) % {w})")} END)");
        }

        var isPositive = widthBound is BoundLiteral { Value: long and > 0 };
        var size = isPositive ? width : $"(CASE WHEN {width} > 0 THEN {width} END)";
        return e.Checked(c.Type == KqlType.DateTime && fixedPoint is null
            ? $"({value} - {value} % {size})"
            : $"CAST({value} - (({shifted} % {size}) + {size}) % {size} AS BIGINT)");
    }

    private static string? BinTimestamp(Emitter e, BoundCall c)
    {
        if (c.Arguments is not [var value, BoundLiteral { Type: KqlType.TimeSpan, Value: long ticks and > 0 }] || ticks % 10 != 0
            || value is BoundLiteral || e.Timestamp(value) is not { } moment)
        {
            return null;
        }

        // Microseconds from 0001-01-01 to 1970-01-01; the sum is positive for every moment, so % rounds down.
        return e.Checked($"make_timestamp(epoch_us({moment}) - (epoch_us({moment}) + 62135596800000000) % {ticks / 10})");
    }
}
