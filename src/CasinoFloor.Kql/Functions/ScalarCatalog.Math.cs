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
            c.Arguments[0].Type == KqlType.Int ? $"abs(CAST({e.Sql(c.Arguments[0])} AS BIGINT))" : $"abs({e.Sql(c.Arguments[0])})")
        { Naming = First });
        add(new("ceiling", "n", a => a[0].Type == KqlType.Decimal ? KqlType.Decimal : KqlType.Real, (e, c) =>
            c.Type == KqlType.Decimal ? $"CAST(ceil({e.Sql(c.Arguments[0])}) AS {Emitter.TypeName(c.Type)})" : $"(ceil({Real(e, c.Arguments[0])}) + 0.0::DOUBLE)")
        { Naming = First });
        add(new("round", "nl?", a => a[0].Type, (e, c) =>
        {
            var digits = c.Arguments.Count > 1 ? $"CAST({e.Sql(c.Arguments[1])} AS INTEGER)" : "0";
            return c.Type == KqlType.Real ? e.Udf("round", c.Type, e.Sql(c.Arguments[0]), digits) : $"CAST(round({e.Sql(c.Arguments[0])}, {digits}) AS {Emitter.TypeName(c.Type)})";
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

        foreach (var name in new[] { "exp", "exp2", "exp10", "sin", "cos", "tan", "asin", "acos", "atan", "gamma", "loggamma", "erf", "erfc" })
        {
            add(Runtime(name, "r", KqlType.Real, First, "math_" + name));
        }

        foreach (var name in new[] { "cot", "degrees", "radians" })
        {
            add(Runtime(name, "r", KqlType.Real, ResultNaming.None, "math_" + name));
        }

        add(Runtime("atan2", "rr", KqlType.Real, First, "math_atan2"));
        add(Runtime("pow", "rr", KqlType.Real, First, "math_pow"));
        add(Native("sign", "n", KqlType.Real, (e, c) => $"CAST(sign({e.Sql(c.Arguments[0])}) AS DOUBLE)"));
        add(Native("pi", "", KqlType.Real, (_, _) => "pi()"));
        add(Native("rand", "n?", KqlType.Real, (e, c) => c.Arguments.Count == 0 ? "random()" : $"floor(random() * {e.Sql(c.Arguments[0])})", First));
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
        add(Runtime("tohex", "ll?", KqlType.String, First));
    }

    private static string Guarded(Emitter e, string x, Func<string, string> condition, string otherwise, string function) =>
        e.Checked($"(CASE WHEN {condition(x)} THEN {otherwise} ELSE {function}({x}) END)");
}
