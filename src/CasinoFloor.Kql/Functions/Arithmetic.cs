using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// <c>+ - * / %</c>. Whole numbers are long whatever their width and wrap on overflow; a division by zero of whole numbers is
/// null; % of whole numbers is never negative, and of others it is not known below zero. Moments and durations are 100 ns ticks.
/// </summary>
internal static class Arithmetic
{
    public static Bound Bind(string op, Bound left, Bound right, TextSpan span)
    {
        if (Fold(op, left, right, span) is { } constant)
        {
            return constant;
        }

        if (left.Type.IsNumeric() && right.Type.IsNumeric())
        {
            return Numbers(op, left, right, span);
        }

        return (left.Type, op, right.Type) switch
        {
            (KqlType.DateTime, "+" or "-", KqlType.TimeSpan) => Ticks(op, KqlType.DateTime, left, right, span),
            (KqlType.TimeSpan, "+", KqlType.DateTime) => Ticks(op, KqlType.DateTime, right, left, span),
            (KqlType.DateTime, "-", KqlType.DateTime) => Ticks(op, KqlType.TimeSpan, left, right, span),
            (KqlType.TimeSpan, "+" or "-", KqlType.TimeSpan) => Ticks(op, KqlType.TimeSpan, left, right, span),
            (KqlType.TimeSpan, "/", KqlType.TimeSpan) => Operators.Call(op, KqlType.Real, span, (e, c) => RealDivision($"CAST({e.Sql(c.Arguments[0])} AS DOUBLE)", $"CAST({e.Sql(c.Arguments[1])} AS DOUBLE)"), left, right),
            (KqlType.TimeSpan, "%", KqlType.TimeSpan) => Operators.Call(op, KqlType.TimeSpan, span, Modulo, left, right),
            (KqlType.TimeSpan, "*" or "/", _) when right.Type.IsNumeric() => Scaled(op, left, right, span),
            (_, "*", KqlType.TimeSpan) when left.Type.IsNumeric() => Scaled(op, right, left, span),
            _ => throw KqlFailure.Semantic($"'{op}' cannot be applied to {left.Type.Name()} and {right.Type.Name()}.", span),
        };
    }

    private static BoundCall Numbers(string op, Bound left, Bound right, TextSpan span)
    {
        var type = Operators.Widest(left.Type, right.Type);
        if (type == KqlType.Int)
        {
            type = KqlType.Long;
        }

        (left, right) = (Conversions.To(type, left), Conversions.To(type, right));
        return type switch
        {
            KqlType.Long => Operators.Call(op, type, span, Long, left, right),
            KqlType.Real => Operators.Call(op, type, span, Real, left, right),
            _ => Operators.Call(op, type, span, Decimal, left, right),
        };
    }

    private static string Long(Emitter e, BoundCall call)
    {
        var (l, r) = (e.Sql(call.Arguments[0]), e.Sql(call.Arguments[1]));
        switch (call.Function.Name)
        {
            case "/":
                // The smallest long divided by -1 does not fit: it stays as it is.
                return e.WrapsOverflow ? $"({Wrap($"(CAST({l} AS HUGEINT) // nullif({r}, 0))")})" : $"({l} // nullif({r}, 0))";
            case "%":
                return Modulo(e, call);
            case var op:
                return e.WrapsOverflow ? Wrap($"(CAST({l} AS HUGEINT) {op} CAST({r} AS HUGEINT))") : $"({l} {op} {r})";
        }
    }

    /// <summary>Brings a HUGEINT into the range of a long, as 64-bit arithmetic would.</summary>
    public static string Wrap(string huge) =>
        $"CAST((({huge} + 9223372036854775808) & 18446744073709551615) - 9223372036854775808 AS BIGINT)";

    private static string Modulo(Emitter e, BoundCall call)
    {
        var (l, r) = (e.Sql(call.Arguments[0]), e.Sql(call.Arguments[1]));
        return call.Arguments[1] is BoundLiteral { Value: long and > 0 and < int.MaxValue }
            ? $"((({l} % {r}) + {r}) % {r})"
            : e.Checked($"CAST(((CAST({l} AS HUGEINT) % nullif({r}, 0)) + abs(CAST({r} AS HUGEINT))) % nullif(abs(CAST({r} AS HUGEINT)), 0) AS BIGINT)");
    }

    private static string Real(Emitter e, BoundCall call)
    {
        var (l, r) = (e.Sql(call.Arguments[0]), e.Sql(call.Arguments[1]));
        return call.Function.Name switch
        {
            "/" => RealDivision(l, r),
            "%" => e.Udf("real_mod", KqlType.Real, l, r),
            var op => $"({l} {op} {r})",
        };
    }

    // DuckDB's own division of doubles follows IEEE 754, infinity and NaN included.
    private static string RealDivision(string l, string r) => $"({l} / {r})";

    private static string Decimal(Emitter e, BoundCall call)
    {
        var (l, r) = (e.Sql(call.Arguments[0]), e.Sql(call.Arguments[1]));
        return call.Function.Name switch
        {
            "*" => e.Udf("decimal_multiply", KqlType.Decimal, l, r),
            "/" => e.Udf("decimal_divide", KqlType.Decimal, l, r),
            "%" => e.Udf("decimal_mod", KqlType.Decimal, l, r),
            var op => $"({l} {op} {r})",
        };
    }

    private static BoundCall Ticks(string op, KqlType type, Bound left, Bound right, TextSpan span)
    {
        var function = new ScalarFunction(op, "xx", _ => type, (e, c) => Between(e, c) ?? TicksOf(e, op, e.Sql(c.Arguments[0]), e.Sql(c.Arguments[1])))
        {
            Timestamp = (e, c) => type == KqlType.DateTime && c.Arguments[1] is BoundLiteral { Value: long shift } && shift % 10 == 0
                && c.Arguments[0] is not BoundLiteral && e.Timestamp(c.Arguments[0]) is { } moment
                    ? $"({moment} {op} to_microseconds({shift / 10}))"
                    : null,
        };
        return new BoundCall(function, [left, right], type, span);
    }

    /// <summary>The time between two moments that are DuckDB timestamps; null for all else.</summary>
    private static string? Between(Emitter e, BoundCall call) =>
        call.Arguments is [{ Type: KqlType.DateTime } left, { Type: KqlType.DateTime } right] && e.Timestamp(left) is { } l && e.Timestamp(right) is { } r
            ? $"((epoch_us({l}) - epoch_us({r})) * 10)"
            : null;

    private static string TicksOf(Emitter e, string op, string l, string r) =>
        e.WrapsOverflow ? Wrap($"(CAST({l} AS HUGEINT) {op} CAST({r} AS HUGEINT))") : $"({l} {op} {r})";

    private static BoundCall Scaled(string op, Bound timeSpan, Bound number, TextSpan span) =>
        number.Type.IsInteger()
            ? Operators.Call(op, KqlType.TimeSpan, span, (e, c) => op == "*" ? TicksOf(e, op, e.Sql(c.Arguments[0]), e.Sql(c.Arguments[1])) : $"({e.Sql(c.Arguments[0])} // nullif({e.Sql(c.Arguments[1])}, 0))", timeSpan, number)
            : Operators.Call(op, KqlType.TimeSpan, span, (e, c) => $"TRY_CAST(trunc({e.Sql(c.Arguments[0])} {op} {e.Sql(c.Arguments[1])}) AS BIGINT)", timeSpan, Conversions.To(KqlType.Real, number));

    /// <summary>Works out constant moments and durations, so that they can prune scans and be steps of axes.</summary>
    private static BoundLiteral? Fold(string op, Bound left, Bound right, TextSpan span)
    {
        if (left is not BoundLiteral { Value: { } l } || right is not BoundLiteral { Value: { } r }
            || (left.Type is not (KqlType.DateTime or KqlType.TimeSpan) && right.Type is not (KqlType.DateTime or KqlType.TimeSpan)))
        {
            return null;
        }

        try
        {
            checked
            {
                return (left.Type, op, right.Type, l, r) switch
                {
                    (KqlType.TimeSpan, "+", KqlType.TimeSpan, long a, long b) => new BoundLiteral(a + b, KqlType.TimeSpan, span),
                    (KqlType.TimeSpan, "-", KqlType.TimeSpan, long a, long b) => new BoundLiteral(a - b, KqlType.TimeSpan, span),
                    (KqlType.DateTime, "+", KqlType.TimeSpan, long a, long b) => Moment(a + b),
                    (KqlType.DateTime, "-", KqlType.TimeSpan, long a, long b) => Moment(a - b),
                    (KqlType.TimeSpan, "+", KqlType.DateTime, long a, long b) => Moment(a + b),
                    (KqlType.DateTime, "-", KqlType.DateTime, long a, long b) => new BoundLiteral(a - b, KqlType.TimeSpan, span),
                    (KqlType.TimeSpan, "*", KqlType.Long or KqlType.Int, long a, long b) => new BoundLiteral(a * b, KqlType.TimeSpan, span),
                    (KqlType.Long or KqlType.Int, "*", KqlType.TimeSpan, long a, long b) => new BoundLiteral(a * b, KqlType.TimeSpan, span),
                    (KqlType.TimeSpan, "/", KqlType.Long or KqlType.Int, long a, long b) when b != 0 => new BoundLiteral(a / b, KqlType.TimeSpan, span),
                    (KqlType.TimeSpan, "*", KqlType.Real, long a, double b) when double.IsFinite(a * b) => new BoundLiteral((long)(a * b), KqlType.TimeSpan, span),
                    (KqlType.Real, "*", KqlType.TimeSpan, double a, long b) when double.IsFinite(a * b) => new BoundLiteral((long)(a * b), KqlType.TimeSpan, span),
                    (KqlType.TimeSpan, "/", KqlType.Real, long a, double b) when double.IsFinite(a / b) => new BoundLiteral((long)(a / b), KqlType.TimeSpan, span),
                    _ => null,
                };
            }
        }
        catch (OverflowException)
        {
            return null;
        }

        BoundLiteral? Moment(long ticks) => ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new BoundLiteral(ticks, KqlType.DateTime, span);
    }
}
