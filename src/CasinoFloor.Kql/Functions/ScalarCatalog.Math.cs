using System.Globalization;
using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Numbers and bits.</content>
internal static partial class ScalarCatalog
{
    private static void AddMath(Action<ScalarFunction> add)
    {
        const ResultNaming First = ResultNaming.FirstArgument;
        add(new("abs", "x", a => a[0].Type == KqlType.Int ? KqlType.Long : a[0].Type.IsNumeric() || a[0].Type == KqlType.TimeSpan
            ? a[0].Type : throw Syntax.KqlFailure.Semantic($"'abs' cannot be taken of {a[0].Type.Name()}.", a[0].Span), (e, c) =>
            c.Arguments[0].Type == KqlType.Int ? $"abs(CAST({e.Sql(c.Arguments[0])} AS BIGINT))"
            : e.WrapsOverflow && c.Type is KqlType.Long or KqlType.TimeSpan ? Arithmetic.Wrap($"abs(CAST({e.Sql(c.Arguments[0])} AS HUGEINT))")
            : $"abs({e.Sql(c.Arguments[0])})")
        { Naming = First });
        add(new("ceiling", "n", a => a[0].Type == KqlType.Decimal ? KqlType.Decimal : KqlType.Real, (e, c) =>
            c.Type == KqlType.Decimal ? $"CAST(ceil({e.Sql(c.Arguments[0])}) AS {Emitter.TypeName(c.Type)})" : $"(ceil({Real(e, c.Arguments[0])}) + 0.0::DOUBLE)")
        { Naming = First });
        add(new("round", "nl?", RoundType, (e, c) =>
        {
            var places = c.Arguments.Count > 1 ? (c.Arguments[1] as BoundLiteral)?.Value as long? : 0;
            if (c.Type == KqlType.Real && places is >= 0 and <= 15)
            {
                // Beyond 1e16 there is no fraction, and scaling would only disturb the last digit.
                var x = e.Sql(c.Arguments[0]);
                return e.Checked($"(CASE WHEN abs({x}) < 1e16 THEN round({x}, {places.Value.ToString(CultureInfo.InvariantCulture)}) ELSE {x} END)");
            }

            if (c.Type == KqlType.Real)
            {
                return e.Udf("round", c.Type, Real(e, c.Arguments[0]), e.Sql(c.Arguments[1]));
            }

            var digits = places ?? throw Syntax.KqlFailure.Unsupported("round() of a decimal to digits that are not a constant", c.Arguments[1].Span);
            return $"CAST(round({e.Sql(c.Arguments[0])}, {Math.Clamp(digits, -38, 38).ToString(CultureInfo.InvariantCulture)}) AS {Emitter.TypeName(c.Type)})";
        })
        { Naming = First });
        add(Native("sqrt", "r", KqlType.Real, (e, c) => Guarded(e, Real(e, c.Arguments[0]), x => $"{x} < 0", "CAST('nan' AS DOUBLE)", "sqrt"), First));
        foreach (var (name, function) in new[] { ("log", "ln"), ("log10", "log10"), ("log2", "log2") })
        {
            add(Native(name, "r", KqlType.Real, (e, c) =>
            {
                var x = Real(e, c.Arguments[0]);
                return e.Checked($"(CASE WHEN isnan({x}) THEN {x} WHEN {x} > 0 THEN {function}({x}) WHEN {x} = 0 THEN CAST('-inf' AS DOUBLE) END)");
            }, First));
        }

        foreach (var name in new[] { "gamma", "loggamma", "erf", "erfc" })
        {
            add(Runtime(name, "r", KqlType.Real, First, "math_" + name));
        }

        add(Runtime("cot", "r", KqlType.Real, ResultNaming.None, "math_cot"));
        foreach (var name in new[] { "sin", "cos", "tan" })
        {
            // DuckDB raises an error where the function is not defined; the language answers NaN.
            add(Native(name, "r", KqlType.Real, (e, c) => Guarded(e, Real(e, c.Arguments[0]), x => $"NOT isfinite({x})", "CAST('nan' AS DOUBLE)", name), First));
        }

        foreach (var name in new[] { "asin", "acos" })
        {
            // The documentation says null, but says so of sqrt() too, which answers NaN.
            add(Native(name, "r", KqlType.Real, (e, c) => Guarded(
                e, Real(e, c.Arguments[0]), x => $"NOT (abs({x}) <= 1)", $"CAST({Emitter.Refuse($"{name}() of a number beyond -1 to 1", c.Span)} AS DOUBLE)", name), First));
        }

        add(Native("exp", "r", KqlType.Real, (e, c) => $"exp({Real(e, c.Arguments[0])})", First));
        add(Native("exp2", "r", KqlType.Real, (e, c) => $"pow(CAST(2 AS DOUBLE), {Real(e, c.Arguments[0])})", First));
        add(Native("exp10", "r", KqlType.Real, (e, c) => $"pow(CAST(10 AS DOUBLE), {Real(e, c.Arguments[0])})", First));
        add(Native("atan", "r", KqlType.Real, (e, c) => $"atan({Real(e, c.Arguments[0])})", First));
        add(Native("degrees", "r", KqlType.Real, (e, c) => $"({Real(e, c.Arguments[0])} * 180 / pi())"));
        add(Native("radians", "r", KqlType.Real, (e, c) => $"({Real(e, c.Arguments[0])} * pi() / 180)"));
        add(Native("atan2", "rr", KqlType.Real, (e, c) => $"atan2({Real(e, c.Arguments[0])}, {Real(e, c.Arguments[1])})", First));
        add(Native("pow", "rr", KqlType.Real, (e, c) => $"pow({Real(e, c.Arguments[0])}, {Real(e, c.Arguments[1])})", First));
        foreach (var name in new[] { "beta_cdf", "beta_inv", "beta_pdf" })
        {
            add(Runtime(name, "rrr", KqlType.Real));
        }

        add(Runtime("welch_test", "rrrrrr", KqlType.Real));
        add(Native("new_guid", "", KqlType.Guid, (_, _) => "gen_random_uuid()") with { IsVolatile = true });
        add(Native("sign", "n", KqlType.Real, (e, c) => $"CAST(sign({e.Sql(c.Arguments[0])}) AS DOUBLE)"));
        add(Native("pi", "", KqlType.Real, (_, _) => "pi()"));
        add(Native("rand", "n?", KqlType.Real, (e, c) => c.Arguments.Count == 0 ? "random()" : $"floor(random() * {e.Sql(c.Arguments[0])})", First) with { IsVolatile = true });
        add(Native("isnan", "r", KqlType.Bool, (e, c) => $"coalesce(isnan({Real(e, c.Arguments[0])}), false)"));
        add(Native("isinf", "r", KqlType.Bool, (e, c) => $"coalesce(isinf({Real(e, c.Arguments[0])}), false)"));
        add(Native("isfinite", "r", KqlType.Bool, (e, c) => $"coalesce(isfinite({Real(e, c.Arguments[0])}), false)"));
        foreach (var (name, sign) in new[] { ("binary_and", "&"), ("binary_or", "|") })
        {
            add(Native(name, "ll", KqlType.Long, (e, c) => $"(CAST({e.Sql(c.Arguments[0])} AS BIGINT) {sign} CAST({e.Sql(c.Arguments[1])} AS BIGINT))", First));
        }

        add(Native("binary_xor", "ll", KqlType.Long, (e, c) => $"xor(CAST({e.Sql(c.Arguments[0])} AS BIGINT), CAST({e.Sql(c.Arguments[1])} AS BIGINT))", First));
        add(Native("binary_not", "l", KqlType.Long, (e, c) => $"(~CAST({e.Sql(c.Arguments[0])} AS BIGINT))", First));
        add(Runtime("binary_shift_left", "ll", KqlType.Long, First));
        add(Runtime("binary_shift_right", "ll", KqlType.Long, First));
        add(Native("bitset_count_ones", "l", KqlType.Long, (e, c) => $"CAST(bit_count(CAST({e.Sql(c.Arguments[0])} AS BIGINT)) AS BIGINT)", First));
        add(Native("tohex", "ll?", KqlType.String, (e, c) => e.Udf(c.Arguments[0].Type == KqlType.Int ? "tohex_int" : "tohex", KqlType.String, [.. c.Arguments.Select(e.Sql)]), First));
    }

    /// <summary>The sources do not agree on what a rounded whole number is: its own type says one, a real the other.</summary>
    private static KqlType RoundType(IReadOnlyList<Bound> arguments) => arguments[0].Type.IsInteger()
        ? throw Syntax.KqlFailure.Unsupported("round() of a whole number (convert it with toreal())", arguments[0].Span)
        : arguments[0].Type;

    private static string Guarded(Emitter e, string x, Func<string, string> condition, string otherwise, string function) =>
        e.Checked($"(CASE WHEN {condition(x)} THEN {otherwise} ELSE {function}({x}) END)");
}
