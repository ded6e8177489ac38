using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Functions;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    /// <summary>The most values that DuckDB's function counts.</summary>
    private const long MostSteps = long.MaxValue - 1;

    /// <summary>DuckDB's table function, which makes the values as they are asked for; its form for lists would hold them all.</summary>
    private string Range(RangeRel rel)
    {
        var (from, to, step) = (_emitter.Sql(rel.From), _emitter.Sql(rel.To), _emitter.Sql(rel.Step));
        var isReal = rel.Column.Type == KqlType.Real;
        var distance = isReal ? $"({to} - {from})" : $"(CAST({to} AS HUGEINT) - {from})";
        var steps = isReal ? $"floor({distance} / {step} + 1e-9)" : $"least({distance} // {step}, {MostSteps})";

        // Nothing when a bound or the step is null.
        var count = $"CASE WHEN {step} <> 0 AND {distance} * sign({step}) >= 0 THEN CAST({steps} AS BIGINT) + 1 ELSE 0 END";
        count = rel.Most is null ? count : $"least({count}, {_emitter.Sql(rel.Most)})";
        var value = !isReal && _emitter.WrapsOverflow
            ? Arithmetic.Wrap($"(CAST({from} AS HUGEINT) + CAST(range AS HUGEINT) * {step})")
            : $"{from} + range * {step}";
        return $"SELECT {value} AS {rel.Column.Sql}, range AS {rel.Index.Sql} FROM range(0, {count})";
    }

    /// <summary>
    /// The same rows where only the first of a range are asked for: it makes no more then. Null where the rows are others, or in another order.
    /// </summary>
    private static Rel? Shortened(Rel rel, Bound most) => rel switch
    {
        RangeRel { Most: null } range => new RangeRel(range.Column, range.Index, range.From, range.To, range.Step) { Most = most },
        ProjectRel step when IsNatural(step) && !Added(step).Any(item => item.Value.Contains<BoundWindow>()) && Shortened(step.Input, most) is { } input =>
            new ProjectRel(input, step.Items, step.Ordering, step.HiddenItems),
        _ => null,
    };

    /// <summary>Whether a projection leaves the order of its input as it is.</summary>
    private static bool IsNatural(ProjectRel rel) => rel.Ordering.Keys.SequenceEqual(rel.Input.Ordering.Keys);
}
