using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private IReadOnlyList<Piece> Summarize(SummarizeRel rel)
    {
        var source = Input(rel.Input);
        var (outer, outerNeverNull) = (_emitter.InputOrder, _emitter.NeverNull);
        (_emitter.InputOrder, _emitter.NeverNull) = (rel.Input.Ordering.Keys, NeverNull.Columns(rel.Input));
        try
        {
            var items = rel.Keys.Concat(rel.Aggregates)
                .Select((item, i) => new SelectItem($"{_emitter.Stored(item.Value, item.Column.Storage)} AS {item.Column.Sql}", i < Math.Max(rel.Keys.Count, 1) ? null : item.Column.Sql))
                .ToList();

            if (rel.First is not null)
            {
                items.Add(new SelectItem($"min({rel.Input.Ordering.Keys[0].Column.Sql}) AS {rel.First.Sql}", rel.First.Sql));
            }

            // By ordinals: an alias of the same name as a column would silently group by the column. A constant makes no groups, but without any
            // key there would be a row for no rows.
            var keys = Enumerable.Range(0, rel.Keys.Count).Where(i => rel.Keys[i].Value is not BoundLiteral).DefaultIfEmpty(0);
            var group = rel.Keys.Count == 0 ? "" : " GROUP BY " + string.Join(", ", keys.Select(i => i + 1));
            return rel.Keys.Count == 0 && rel.Aggregates.Count == 0
                ? [$"SELECT 1 AS c0 FROM {source} LIMIT 0"]
                : ["SELECT ", Piece.List(items), $" FROM {source}{group}"];
        }
        finally
        {
            (_emitter.InputOrder, _emitter.NeverNull) = (outer, outerNeverNull);
        }
    }
}
