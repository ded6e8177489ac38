using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// The SQL of comparisons. Equality answers even when one side is null (it is then false), and is null only when both are;
/// order is null when a side is; NaN equals nothing and has no order.
/// </summary>
internal static class Comparison
{
    public static string Equal(Emitter emitter, BoundCall call)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        var (l, r) = emitter.Pair(left, right);
        var equal = Exact(l, r, left, right);
        if (!Operators.MayBeNull(left) && !Operators.MayBeNull(right))
        {
            return equal;
        }

        return Operators.MayBeNull(left) && Operators.MayBeNull(right)
            ? emitter.Checked($"(CASE WHEN {l} IS NULL AND {r} IS NULL THEN NULL ELSE coalesce({equal}, false) END)")
            : $"coalesce({equal}, false)";
    }

    public static string NotEqual(Emitter emitter, BoundCall call)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        var (l, r) = emitter.Pair(left, right);
        var equal = Exact(l, r, left, right);
        if (!Operators.MayBeNull(left) && !Operators.MayBeNull(right))
        {
            return $"(NOT {equal})";
        }

        return Operators.MayBeNull(left) && Operators.MayBeNull(right)
            ? emitter.Checked($"(CASE WHEN {l} IS NULL AND {r} IS NULL THEN NULL ELSE coalesce(NOT {equal}, true) END)")
            : $"coalesce(NOT {equal}, true)";
    }

    /// <summary>Equality as a filter needs it: null and false are the same there, so the plain form does, and scans can use it.</summary>
    public static string EqualFilter(Emitter emitter, BoundCall call)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        if (left is BoundColumn { Column: { Storage: Storage.NullableText, Sql: var column } } && right is BoundLiteral { Value: string { Length: > 0 } })
        {
            return $"({column} = {emitter.Sql(right)})";
        }

        var (l, r) = emitter.Pair(left, right);
        return Exact(l, r, left, right);
    }

    public static string Order(Emitter emitter, BoundCall call)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        var op = call.Function.Name;
        var (l, r) = emitter.Pair(left, right);
        var order = $"({l} {op} {r})";
        if (left.Type != KqlType.Real)
        {
            return order;
        }

        // DuckDB sorts NaN above all numbers: guard the side that would win.
        var guarded = op is ">" or ">=" ? left : right;
        if (guarded is BoundLiteral literal)
        {
            return literal.Value is double.NaN ? $"({l} < {r} AND false)" : order;
        }

        return emitter.Checked($"({order} AND NOT isnan({(op is ">" or ">=" ? l : r)}))");
    }

    private static string Exact(string l, string r, Bound left, Bound right)
    {
        if (left.Type != KqlType.Real || left is BoundLiteral { Value: double a } && !double.IsNaN(a) || right is BoundLiteral { Value: double b } && !double.IsNaN(b))
        {
            return $"({l} = {r})";
        }

        return $"({l} = {r} AND NOT isnan({l}))";
    }
}
