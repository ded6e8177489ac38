using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Union(UnionRel rel)
    {
        var parts = new List<string>();
        for (var i = 0; i < rel.Inputs.Count; i++)
        {
            var items = new List<string>();
            if (rel.Source is not null)
            {
                items.Add($"{_emitter.Parameter(rel.Inputs[i].Label)} AS {rel.Source.Sql}");
            }

            foreach (var (output, sources) in rel.Outputs)
            {
                var value = sources[i] is not { } source ? $"CAST(NULL AS {(output.Storage == Storage.Timestamp ? "TIMESTAMP" : Emitter.TypeName(output.Type))})"
                    : output.Storage == Storage.Timestamp || output.Type == KqlType.String ? source.Sql
                    : _emitter.Sql(new BoundColumn(source, default));
                items.Add($"{value} AS {output.Sql}");
            }

            if (rel.Number is not null)
            {
                var inner = rel.Inputs[i].Rel.Ordering;
                items.Add($"CAST({(long)i << 40} + {(inner.IsTotal ? inner.Keys[0].Column.Sql : "0")} AS BIGINT) AS {rel.Number.Sql}");
            }

            parts.Add($"SELECT {ListOrOne(items)} FROM {Input(rel.Inputs[i].Rel)}");
        }

        return string.Join(" UNION ALL ", parts);
    }
}
