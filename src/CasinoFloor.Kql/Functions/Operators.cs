using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>Binds the operators by the types of their operands.</summary>
internal static class Operators
{
    public static Bound Bind(string op, Bound left, Bound right, TextSpan span, bool isMembership = false) => op switch
    {
        "and" or "or" => Logical(op, left, right, span),
        "==" or "!=" => Equality(op, left, right, span, isMembership),
        "<" or "<=" or ">" or ">=" => Order(op, left, right, span),
        "+" or "-" or "*" or "/" or "%" => Arithmetic.Bind(op, left, right, span),
        _ => TextOperators.Bind(op, left, right, span),
    };

    public static string Opposite(string op) => op switch
    {
        "!=" => "==",
        "!~" => "=~",
        _ => op[1..],
    };

    public static Bound Not(Bound value, TextSpan span) => Call("not", KqlType.Bool, span, (e, c) => $"(NOT {e.Sql(c.Arguments[0])})", RequireBool(value));

    /// <summary>Negation in which a missing answer counts as no.</summary>
    public static Bound NotTotal(Bound value, TextSpan span) =>
        Call("not", KqlType.Bool, span, (e, c) => $"coalesce(NOT {e.Sql(c.Arguments[0])}, true)", value);

    /// <summary>A number or a time span with a sign before it; an int becomes a long, unless it is a constant.</summary>
    public static Bound Signed(string sign, Bound value, TextSpan span)
    {
        switch (value)
        {
            case var _ when sign == "+":
                break;
            case BoundLiteral { Type: KqlType.Int, Value: long number }:
                return new BoundLiteral((long)unchecked((int)-number), KqlType.Int, span);
            case BoundLiteral { Value: long number } when number != long.MinValue:
                return new BoundLiteral(-number, value.Type, span);
            case BoundLiteral { Value: double number }:
                return new BoundLiteral(-number, value.Type, span);
            default:
                break;
        }

        if (!value.Type.IsNumeric() && value.Type != KqlType.TimeSpan)
        {
            throw KqlFailure.Semantic($"'{sign}' cannot be applied to {value.Type.Name()}.", span);
        }

        value = value.Type == KqlType.Int && !IsConstant(value) ? Conversions.To(KqlType.Long, value) : value;
        return sign == "+" ? Call("plus", value.Type, span, (e, c) => e.Sql(c.Arguments[0]), value) : Call("negate", value.Type, span, (e, c) =>
            e.WrapsOverflow && c.Type is KqlType.Long or KqlType.TimeSpan
                ? Arithmetic.Wrap($"(-CAST({e.Sql(c.Arguments[0])} AS HUGEINT))")
                : $"(-{e.Sql(c.Arguments[0])})", value);
    }

    private static bool IsConstant(Bound value) => value is BoundLiteral || (value is BoundCall { Arguments.Count: > 0 } call && call.Arguments.All(IsConstant));

    public static BoundCall Call(string name, KqlType type, TextSpan span, Func<Emitter, BoundCall, string> emit, params Bound[] arguments) =>
        new(new ScalarFunction(name, "x*", _ => type, emit), arguments, type, span);

    /// <summary>The type two numbers meet in.</summary>
    public static KqlType Widest(KqlType left, KqlType right)
    {
        if (left == right)
        {
            return left;
        }

        if (left == KqlType.Decimal || right == KqlType.Decimal)
        {
            return KqlType.Decimal;
        }

        return left == KqlType.Real || right == KqlType.Real ? KqlType.Real : KqlType.Long;
    }

    public static bool MayBeNull(Bound value) => value.Type != KqlType.String && value is not BoundLiteral { Value: not null };

    private static Bound RequireBool(Bound value) => value.Type switch
    {
        KqlType.Bool => value,
        KqlType.Dynamic => Conversions.To(KqlType.Bool, value),
        _ => throw KqlFailure.Semantic($"A condition is expected here, not a {value.Type.Name()}.", value.Span),
    };

    private static Bound Logical(string op, Bound left, Bound right, TextSpan span)
    {
        if (Folding.Logical(op, left, right) is { } decided)
        {
            return RequireBool(decided);
        }

        var sign = op == "and" ? "AND" : "OR";
        return Call(op, KqlType.Bool, span, (e, c) => $"({e.Sql(c.Arguments[0])} {sign} {e.Sql(c.Arguments[1])})", RequireBool(left), RequireBool(right));
    }

    /// <summary>Brings two operands of a comparison to one type.</summary>
    private static (Bound Left, Bound Right) Align(string op, Bound left, Bound right, TextSpan span)
    {
        if (left.Type == right.Type)
        {
            return left.Type == KqlType.Dynamic && left is not BoundLiteral { Value: null } && right is not BoundLiteral { Value: null }
                ? throw KqlFailure.Semantic($"'{op}' cannot compare two dynamic values; convert them first, for example with tostring() or tolong().", span)
                : (left, right);
        }

        if (left.Type.IsNumeric() && right.Type.IsNumeric())
        {
            var type = Widest(left.Type, right.Type);
            return (Conversions.To(type, left), Conversions.To(type, right));
        }

        if (left.Type == KqlType.Dynamic)
        {
            return Align(op, FromDynamic(left, right), right, span);
        }

        if (right.Type == KqlType.Dynamic)
        {
            return Align(op, left, FromDynamic(right, left), span);
        }

        if (left.Type == KqlType.Bool && right.Type.IsInteger())
        {
            return (Conversions.To(KqlType.Long, left), Conversions.To(KqlType.Long, right));
        }

        if (right.Type == KqlType.Bool && left.Type.IsInteger())
        {
            return (Conversions.To(KqlType.Long, left), Conversions.To(KqlType.Long, right));
        }

        if (left.Type == KqlType.Guid && right.Type == KqlType.String)
        {
            return (left, Conversions.To(KqlType.Guid, right));
        }

        if (right.Type == KqlType.Guid && left.Type == KqlType.String)
        {
            return (Conversions.To(KqlType.Guid, left), right);
        }

        throw KqlFailure.Semantic(
            $"'{op}' cannot compare {left.Type.Name()} and {right.Type.Name()}; convert one of them.", span);
    }

    private static Bound FromDynamic(Bound value, Bound other) =>
        Conversions.To(other.Type.IsInteger() ? KqlType.Real : other.Type, value);

    private static Bound Equality(string op, Bound left, Bound right, TextSpan span, bool isMembership)
    {
        if (left.Type == KqlType.Dynamic && right.Type == KqlType.Dynamic && isMembership)
        {
            (left, right) = (Conversions.ToText(left), Conversions.ToText(right));
        }

        (left, right) = Align(op, left, right, span);
        if (Folding.Equal(left, right) is { } equal)
        {
            return new BoundLiteral(equal == (op == "=="), KqlType.Bool, span);
        }

        return op == "=="
            ? Call("==", KqlType.Bool, span, Comparison.Equal, left, right)
            : Call("!=", KqlType.Bool, span, Comparison.NotEqual, left, right);
    }

    private static Bound Order(string op, Bound left, Bound right, TextSpan span)
    {
        (left, right) = Align(op, left, right, span);
        if (left.Type is KqlType.Dynamic or KqlType.Guid)
        {
            throw KqlFailure.Semantic($"'{op}' cannot compare values of type {left.Type.Name()}.", span);
        }

        return Call(op, KqlType.Bool, span, Comparison.Order, left, right);
    }
}
