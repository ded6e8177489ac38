using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Range(RangeRel rel)
    {
        var (from, to, step) = (_emitter.Sql(rel.From), _emitter.Sql(rel.To), _emitter.Sql(rel.Step));
        var steps = rel.Column.Type == KqlType.Real
            ? $"CAST(floor(({to} - {from}) / nullif({step}, 0) + 1e-9) AS BIGINT)"
            : $"CAST(floor((CAST({to} AS HUGEINT) - {from}) // nullif({step}, 0)) AS BIGINT)";
        var index = rel.Index.Sql;
        var guard = $"CASE WHEN ({to} - {from}) * sign({step}) < 0 THEN -1 ELSE {steps} END";
        return $"SELECT {from} + {index} * {step} AS {rel.Column.Sql}, {index} FROM (SELECT unnest(range(0, coalesce({guard}, -1) + 1)) AS {index})";
    }
}
