using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private IReadOnlyList<Piece> Union(UnionRel rel)
    {
        var parts = new List<Piece>();
        for (var i = 0; i < rel.Inputs.Count; i++)
        {
            var items = new List<SelectItem>();
            if (rel.Source is not null)
            {
                items.Add(new SelectItem($"{_emitter.Parameter(rel.Inputs[i].Label)} AS {rel.Source.Sql}", rel.Source.Sql));
            }

            foreach (var (output, sources) in rel.Outputs)
            {
                var value = sources[i] is not { } source ? $"CAST(NULL AS {(output.Storage == Storage.Timestamp ? "TIMESTAMP" : Emitter.TypeName(output.Type))})"
                    : output.Storage == Storage.Timestamp || output.Type == KqlType.String ? source.Sql
                    : _emitter.Sql(new BoundColumn(source, default));
                items.Add(new SelectItem($"{value} AS {output.Sql}", output.Sql));
            }

            if (rel.Number is not null)
            {
                var inner = rel.Inputs[i].Rel.Ordering;
                var number = $"CAST({(long)i << 40} + {(inner.IsTotal ? inner.Keys[0].Column.Sql : "0")} AS BIGINT) AS {rel.Number.Sql}";
                items.Add(new SelectItem(number, rel.Number.Sql));
            }

            parts.AddRange([i == 0 ? "SELECT " : " UNION ALL SELECT ", Piece.List(items), $" FROM {Input(rel.Inputs[i].Rel)}"]);
        }

        return parts;
    }
}
