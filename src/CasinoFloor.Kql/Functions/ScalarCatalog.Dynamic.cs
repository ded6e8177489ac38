using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <content>Bags and JSON.</content>
internal static partial class ScalarCatalog
{
    private static void AddDynamic(Action<ScalarFunction> add)
    {
        foreach (var name in new[] { "bag_pack", "pack", "pack_dictionary" })
        {
            add(new(name, "x*", a => a.Count % 2 == 0 ? KqlType.Dynamic : throw KqlFailure.Semantic($"'{name}' needs pairs of name and value.", a[^1].Span), (e, c) =>
                e.Udf("bag_pack", KqlType.Dynamic, [.. c.Arguments.Select((a, i) => i % 2 == 0 ? e.Text(a) : e.Json(a))])));
        }

        add(Native("pack_all", "x*", KqlType.Dynamic, (e, c) => e.Udf(
            c.Arguments[0] is BoundLiteral { Value: true } ? "bag_pack_nonempty" : "bag_pack",
            KqlType.Dynamic,
            [.. c.Arguments.Skip(1).Select((a, i) => i % 2 == 0 ? e.Text(a) : e.Json(a))])));
        add(Runtime("pack_array", "j*", KqlType.Dynamic));
        add(Runtime("bag_keys", "d", KqlType.Dynamic));
        add(Runtime("bag_merge", "dd*", KqlType.Dynamic));
        add(Runtime("bag_has_key", "ds", KqlType.Bool));
        add(Runtime("bag_remove_keys", "dd", KqlType.Dynamic));
        add(Runtime("bag_set_key", "dsj", KqlType.Dynamic));
        add(Runtime("bag_zip", "dd", KqlType.Dynamic));
        add(Runtime("treepath", "d", KqlType.Dynamic, ResultNaming.NameAndFirstArgument) with { NamePrefix = "tree" });
        add(Native("dynamic_to_json", "x", KqlType.String, (e, c) => e.Udf("dynamic_to_json", KqlType.String, e.Json(c.Arguments[0]))));
    }
}
