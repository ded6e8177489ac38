using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Functions;

/// <content>Questions to the states of hll() and tdigest().</content>
internal static partial class ScalarCatalog
{
    private static void AddSketches(Action<ScalarFunction> add)
    {
        add(Runtime("dcount_hll", "d", KqlType.Long, ResultNaming.NameAndFirstArgument));
        add(Merge("hll_merge", "set", "hll_merged_result"));
        add(Merge("tdigest_merge", "list", "tdigests_merge_result"));
        add(Merge("merge_tdigest", "list", "tdigests_merge_result"));
        add(Runtime("percentile_tdigest", "dr", KqlType.Dynamic, ResultNaming.NameAndFirstArgument));
        add(Runtime("percentiles_array_tdigest", "dj*", KqlType.Dynamic, ResultNaming.NameAndFirstArgument) with { NamePrefix = "percentile_tdigest" });
        add(Runtime("rank_tdigest", "dr", KqlType.Real));
        add(Runtime("percentrank_tdigest", "dr", KqlType.Real));
    }

    private static ScalarFunction Merge(string name, string kind, string result) => new(name, "dd*", _ => KqlType.Dynamic, (e, c) =>
    {
        e.Sketch = c.Span;
        return e.Udf("merge_sketches", KqlType.Dynamic, [$"'{kind}'", .. c.Arguments.Select(a => $"'[' || coalesce({e.Sql(a)}, '') || ']'")]);
    })
    {
        Naming = ResultNaming.Fixed,
        NamePrefix = result,
    };
}
