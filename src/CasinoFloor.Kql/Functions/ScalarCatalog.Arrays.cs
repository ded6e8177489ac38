using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Arrays and sets.</content>
internal static partial class ScalarCatalog
{
    private static void AddArrays(Action<ScalarFunction> add)
    {
        foreach (var name in new[] { "array_length", "arraylength" })
        {
            add(Runtime(name, "d", KqlType.Long, ResultNaming.None, "array_length"));
        }

        add(Runtime("array_concat", "d*", KqlType.Dynamic));
        add(Runtime("array_slice", "dll", KqlType.Dynamic));
        add(Runtime("array_split", "dj", KqlType.Dynamic));
        add(Runtime("array_reverse", "d", KqlType.Dynamic));
        add(Runtime("array_index_of", "djl?ll", KqlType.Long));
        add(Runtime("array_rotate_left", "dl", KqlType.Dynamic));
        add(Runtime("array_rotate_right", "dl", KqlType.Dynamic));
        add(Runtime("array_shift_left", "dlj?", KqlType.Dynamic));
        add(Runtime("array_shift_right", "dlj?", KqlType.Dynamic));
        foreach (var name in new[] { "array_iff", "array_iif" })
        {
            add(Runtime(name, "djj", KqlType.Dynamic, ResultNaming.None, "array_iff"));
        }

        foreach (var name in new[] { "strcat_array", "array_strcat" })
        {
            add(Runtime(name, "ds", KqlType.String, ResultNaming.None, "strcat_array"));
        }

        foreach (var name in new[] { "array_sort_asc", "array_sort_desc" })
        {
            var part = new ScalarFunction(name, "x*", _ => KqlType.Dynamic, (e, c) => Sorted(e, c, name));
            add(part with { Tuple = call => SortTuple(part, call) });
        }

        add(Runtime("set_union", "dd*", KqlType.Dynamic));
        add(Runtime("set_intersect", "dd*", KqlType.Dynamic));
        add(Runtime("set_difference", "dd*", KqlType.Dynamic));
        add(Runtime("set_equals", "dd", KqlType.Bool));
        add(Runtime("set_has_element", "dj", KqlType.Bool));
        add(Runtime("jaccard_index", "dd", KqlType.Real));
        add(Runtime("zip", "dd*", KqlType.Dynamic));
        add(Native(
            "repeat",
            "jl",
            KqlType.Dynamic,
            (e, c) => e.Udf("repeat", KqlType.Dynamic, $"coalesce({e.Json(c.Arguments[0])}, 'null')", e.Sql(c.Arguments[1])),
            ResultNaming.NameAndFirstArgument));
        add(Native("range", "xxx?", KqlType.Dynamic, RangeOf));
    }

    private static BoundTuple SortTuple(ScalarFunction part, TupleCall call)
    {
        var arrays = call.Arguments;
        var nullsLast = arrays.Count > 0 && arrays[^1].Type == KqlType.Bool ? arrays[^1] : new BoundLiteral(true, KqlType.Bool, call.Syntax.Span);
        arrays = [.. arrays.Where(a => a.Type != KqlType.Bool)];
        if (arrays.Count == 0 || arrays.Exists(a => a.Type != KqlType.Dynamic))
        {
            throw KqlFailure.Semantic($"'{part.Name}' sorts dynamic arrays.", call.Syntax.Span);
        }

        return new BoundTuple(
            [.. arrays.Select((a, i) => (
                call.Names[i] is { } name ? name + "_sorted" : $"array{i}_sorted",
                (Bound)new BoundCall(part, [new BoundLiteral((long)i, KqlType.Long, a.Span), nullsLast, .. arrays], KqlType.Dynamic, call.Syntax.Span)))],
            call.Syntax.Span);
    }

    private static string Sorted(Emitter e, BoundCall c, string name)
    {
        var direction = name == "array_sort_asc" ? "'asc'" : "'desc'";
        var sorted = e.Udf("array_sort", KqlType.Dynamic, [direction, .. c.Arguments.Select(e.Sql)]);
        var refusal = Emitter.Refuse("sorting an array whose elements are of kinds without a certain order", c.Span);
        return e.Checked($"(CASE WHEN {e.Udf("array_sort_certain", KqlType.Bool, direction, e.Sql(c.Arguments[2]))} THEN {sorted} ELSE CAST({refusal} AS VARCHAR) END)");
    }

    private static string RangeOf(Emitter e, BoundCall c)
    {
        var (from, to) = (c.Arguments[0], c.Arguments[1]);
        var step = c.Arguments.ElementAtOrDefault(2);
        var type = from.Type.IsNumeric() && to.Type.IsNumeric() ? Operators.Widest(from.Type, to.Type) : from.Type;
        if (type.IsNumeric() && step is not null && step.Type.IsNumeric())
        {
            type = Operators.Widest(type, step.Type);
        }

        var stepType = type == KqlType.DateTime ? KqlType.TimeSpan : type;
        step ??= new BoundLiteral(stepType == KqlType.TimeSpan ? TimeSpan.TicksPerHour : 1L, stepType == KqlType.TimeSpan ? stepType : KqlType.Long, c.Span);
        var fits = type.IsNumeric() ? to.Type.IsNumeric() && step.Type.IsNumeric() : type is KqlType.DateTime or KqlType.TimeSpan && to.Type == type && step.Type == KqlType.TimeSpan;
        if (step is BoundLiteral { Value: 0L or 0.0 })
        {
            throw KqlFailure.Unsupported("a range with a step of 0", step.Span);
        }

        return fits
            ? e.Udf("range", KqlType.Dynamic, $"'{type.Name()}'", As(e, from, type), As(e, to, type), As(e, step, stepType))
            : throw KqlFailure.Semantic("The arguments of 'range' do not fit together.", c.Span);
    }
}
