using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Conditions, choices and tests for null.</content>
internal static partial class ScalarCatalog
{
    private static void AddLogic(Action<ScalarFunction> add)
    {
        foreach (var name in new[] { "iff", "iif" })
        {
            add(new(name, "bxx", a => CommonType(a.Skip(1), name), (e, c) =>
                e.Checked($"(CASE WHEN {e.Filter(c.Arguments[0])} THEN {As(e, c.Arguments[1], c.Type)} ELSE {As(e, c.Arguments[2], c.Type)} END)"))
            {
                Timestamp = (e, c) => Moments(e, c, c.Arguments.Skip(1)) is [var then, var otherwise] ? e.Checked($"(CASE WHEN {e.Filter(c.Arguments[0])} THEN {then} ELSE {otherwise} END)") : null,
            });
        }

        add(new("case", "x*", CaseType, (e, c) =>
        {
            var branches = Enumerable.Range(0, c.Arguments.Count / 2).Select(i => $"WHEN {e.Filter(c.Arguments[i * 2])} THEN {As(e, c.Arguments[(i * 2) + 1], c.Type)}");
            return e.Checked($"(CASE {string.Join(' ', branches)} ELSE {As(e, c.Arguments[^1], c.Type)} END)");
        }));
        add(new("coalesce", "xx*", a => CommonType(a, "coalesce"), (e, c) =>
            c.Type == KqlType.String
                ? $"coalesce({string.Join(", ", c.Arguments.Select(a => $"nullif({As(e, a, c.Type)}, '')"))}, '')"
                : $"coalesce({string.Join(", ", c.Arguments.Select(a => As(e, a, c.Type)))})")
        {
            Timestamp = (e, c) => Moments(e, c, c.Arguments) is { } moments ? e.Checked($"coalesce({string.Join(", ", moments)})") : null,
        });
        foreach (var (name, function) in new[] { ("max_of", "greatest"), ("min_of", "least") })
        {
            add(new(name, "xx*", a => CommonType(a, name), (e, c) => Extreme(e, c, function)));
        }

        add(Native("not", "b", KqlType.Bool, (e, c) => $"(NOT {e.Sql(c.Arguments[0])})"));
        foreach (var name in new[] { "isnull", "isnotnull", "notnull" })
        {
            var test = name == "isnull" ? "IS NULL" : "IS NOT NULL";
            add(Native(name, "x", KqlType.Bool, (e, c) => c.Arguments[0].Type == KqlType.String ? name == "isnull" ? "false" : "true" : $"({e.Timestamp(c.Arguments[0]) ?? e.Sql(c.Arguments[0])} {test})"));
        }

        foreach (var name in new[] { "isempty", "isnotempty", "notempty" })
        {
            var sign = name == "isempty" ? "=" : "<>";
            add(Native(name, "x", KqlType.Bool, (e, c) => $"({e.Text(c.Arguments[0])} {sign} '')"));
        }

        add(Native("gettype", "x", KqlType.String, TypeOf, ResultNaming.NameAndFirstArgument) with { NamePrefix = "type" });
        add(new("around", "xxx", AroundType, (e, c) =>
        {
            // Whole numbers and ticks are widened, so that the bounds do not overflow.
            var isWhole = !c.Arguments.Any(a => a.Type is KqlType.Real or KqlType.Decimal);
            var (value, center, delta) = (e.Sql(c.Arguments[0]), Wide(c.Arguments[1]), Wide(c.Arguments[2]));
            return $"({value} BETWEEN {center} - {delta} AND {center} + {delta})";

            string Wide(Bound bound) => isWhole ? $"CAST({e.Sql(bound)} AS HUGEINT)" : e.Sql(bound);
        }));
    }

    /// <summary>The choices of a call as DuckDB timestamps; null when one of them has no such form, or none is more than a literal.</summary>
    private static List<string>? Moments(Emitter e, BoundCall call, IEnumerable<Bound> choices)
    {
        var all = choices.ToList();
        if (call.Type != KqlType.DateTime || all.TrueForAll(choice => choice is BoundLiteral))
        {
            return null;
        }

        var moments = all.Select(choice => choice is BoundLiteral { Type: KqlType.DateTime, Value: null } ? "CAST(NULL AS TIMESTAMP)" : e.Timestamp(choice)).OfType<string>().ToList();
        return moments.Count == all.Count ? moments : null;
    }

    /// <summary>Whether values are comparable with a center and a distance from it: numbers, durations, or moments and a duration.</summary>
    private static KqlType AroundType(IReadOnlyList<Bound> arguments)
    {
        var isKnown = arguments.All(a => a.Type.IsNumeric())
            || (arguments[2].Type == KqlType.TimeSpan && arguments[0].Type == arguments[1].Type && arguments[0].Type is KqlType.DateTime or KqlType.TimeSpan);
        return isKnown ? KqlType.Bool : throw Syntax.KqlFailure.Semantic(
            $"'around' cannot compare {arguments[0].Type.Name()} with {arguments[1].Type.Name()} and {arguments[2].Type.Name()}.", arguments[0].Span);
    }

    /// <summary>The type in which values of several types meet.</summary>
    private static KqlType CommonType(IEnumerable<Bound> values, string name)
    {
        KqlType? common = null;
        foreach (var value in values)
        {
            if (value is BoundLiteral { Value: null, Type: KqlType.Dynamic })
            {
                continue;
            }

            common = common is null || common == value.Type ? value.Type
                : common.Value.IsNumeric() && value.Type.IsNumeric() ? Operators.Widest(common.Value, value.Type)
                : common == KqlType.Dynamic || value.Type == KqlType.Dynamic ? KqlType.Dynamic
                : throw KqlFailure.Semantic($"'{name}' cannot mix {common.Value.Name()} and {value.Type.Name()}.", value.Span);
        }

        return common ?? KqlType.Dynamic;
    }

    private static KqlType CaseType(IReadOnlyList<Bound> arguments)
    {
        if (arguments.Count < 3 || arguments.Count % 2 == 0)
        {
            throw KqlFailure.Semantic("'case' needs pairs of condition and value, and a last value.", arguments[0].Span);
        }

        for (var i = 0; i < arguments.Count - 1; i += 2)
        {
            if (arguments[i].Type is not KqlType.Bool)
            {
                throw KqlFailure.Semantic($"Argument {i + 1} of 'case' must be a condition, not a {arguments[i].Type.Name()}.", arguments[i].Span);
            }
        }

        return CommonType(arguments.Where((_, i) => i % 2 == 1 || i == arguments.Count - 1), "case");
    }

    private static string As(Emitter e, Bound value, KqlType type) => e.Sql(Conversions.To(type, value));

    private static string Extreme(Emitter e, BoundCall c, string function)
    {
        if (c.Type is KqlType.Dynamic or KqlType.Bool)
        {
            throw KqlFailure.Semantic($"'{c.Function.Name}' cannot compare {c.Type.Name()}.", c.Span);
        }

        var values = c.Arguments.Select(a => As(e, a, c.Type)).ToList();
        var list = string.Join(", ", values);
        return c.Type == KqlType.Real && function == "least"
            ? e.Checked($"(CASE WHEN isnan(greatest({list})) THEN CAST('nan' AS DOUBLE) ELSE least({list}) END)")
            : $"{function}({list})";
    }

    private static string TypeOf(Emitter e, BoundCall c)
    {
        var argument = c.Arguments[0];
        return argument.Type == KqlType.Dynamic ? e.Udf("type_of_dynamic", KqlType.String, e.Sql(argument))
            : argument.Type == KqlType.String ? $"'{argument.Type.Name()}'"
            : argument is BoundLiteral { Value: not null } ? $"'{argument.Type.Name()}'"
            : $"(CASE WHEN {e.Sql(argument)} IS NULL THEN {Emitter.Refuse("gettype() of a null that is no dynamic", argument.Span)} ELSE '{argument.Type.Name()}' END)";
    }
}
