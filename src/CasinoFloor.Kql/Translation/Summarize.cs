using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Summarize(SummarizeRel rel)
    {
        var source = Input(rel.Input);
        var outer = _emitter.InputOrder;
        _emitter.InputOrder = rel.Input.Ordering.Keys;
        try
        {
            var items = rel.Keys.Concat(rel.Aggregates).Select(i => $"{_emitter.Stored(i.Value, i.Column.Storage)} AS {i.Column.Sql}").ToList();

            if (rel.First is not null)
            {
                items.Add($"min({rel.Input.Ordering.Keys[0].Column.Sql}) AS {rel.First.Sql}");
            }

            // By ordinals: an alias of the same name as a column would silently group by the column.
            var group = rel.Keys.Count == 0 ? "" : " GROUP BY " + string.Join(", ", Enumerable.Range(1, rel.Keys.Count));
            return rel.Keys.Count == 0 && rel.Aggregates.Count == 0
                ? $"SELECT 1 AS c0 FROM {source} LIMIT 0"
                : $"SELECT {string.Join(", ", items)} FROM {source}{group}";
        }
        finally
        {
            _emitter.InputOrder = outer;
        }
    }
}
