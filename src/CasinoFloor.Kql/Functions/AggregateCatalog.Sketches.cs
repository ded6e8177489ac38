using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>
/// States of hll() and tdigest(), to be merged and asked later. The engine keeps an estimate whose bytes are not published; here a state has
/// the values themselves, so that answers are exact, and a query that would show a state is refused.
/// </content>
internal static partial class AggregateCatalog
{
    /// <summary>The most values that a state may have.</summary>
    private const int MaxSketched = 1_000_000;

    private static void AddSketches(Action<AggregateFunction> add, Action<AggregateFunction, string, int> addWithIf)
    {
        addWithIf(new("hll", "xl?", _ => KqlType.Dynamic, (e, a, _) => Hll(e, a)), "hll_if", 1);
        add(new("tdigest", "xl?", _ => KqlType.Dynamic, (e, a, _) => Digest(e, a)));
        add(new("hll_merge", "d", _ => KqlType.Dynamic, (e, a, _) => Merged(e, a, isSet: true)));
        foreach (var name in new[] { "tdigest_merge", "merge_tdigest" })
        {
            add(new(name, "d", _ => KqlType.Dynamic, (e, a, _) => Merged(e, a, isSet: false)) { Prefix = "merge_tdigests_" });
        }
    }

    private static string Hll(Emitter e, BoundAggregate a)
    {
        var argument = a.Arguments[0];
        if (argument.Type is KqlType.Real or KqlType.Bool or KqlType.Dynamic)
        {
            throw KqlFailure.Unsupported($"{a.Function.Name}() of a {argument.Type.Name()}", argument.Span);
        }

        var filter = e.FilterClause(a, argument.Type == KqlType.String ? null : $"{e.Sql(argument)} IS NOT NULL");
        return State(e, a, $"count(DISTINCT {e.Sql(argument)}){filter}", $"string_agg(DISTINCT {e.Json(argument)}, ','){filter}");
    }

    private static string Digest(Emitter e, BoundAggregate a)
    {
        var argument = a.Arguments[0];
        if (!argument.Type.IsNumeric())
        {
            throw KqlFailure.Unsupported($"tdigest() of a {argument.Type.Name()}", argument.Span);
        }

        var number = argument.Type == KqlType.Decimal ? $"CAST({e.Sql(argument)} AS VARCHAR)" : e.Json(argument);
        var weight = a.Arguments.Count > 1 ? $"CAST({e.Sql(a.Arguments[1])} AS VARCHAR)" : "'1'";
        var filter = e.FilterClause(a, $"{e.Sql(argument)} IS NOT NULL");
        return State(e, a, $"count(*){filter}", $"string_agg('[' || {number} || ',' || {weight} || ']', ','){filter}");
    }

    private static string State(Emitter e, BoundAggregate a, string count, string values)
    {
        e.Sketch = a.Span;
        return e.Checked(
            $"(CASE WHEN {count} > {MaxSketched} THEN {Emitter.Refuse($"{a.Function.Name}() of more than {MaxSketched} values", a.Span)} ELSE {e.Parameter(Sketches.Open)} || coalesce({values}, '') || '{Sketches.Close}' END)");
    }

    private static string Merged(Emitter e, BoundAggregate a, bool isSet)
    {
        e.Sketch = a.Span;
        return e.Udf("merge_sketches", KqlType.Dynamic, isSet ? "'set'" : "'list'", $"'[' || coalesce(string_agg({e.Sql(a.Arguments[0])}, ','){e.FilterClause(a)}, '') || ']'");
    }
}
