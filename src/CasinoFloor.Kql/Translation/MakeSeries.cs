using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    /// <summary>Three steps: the bounds of the axis, the aggregates of each bin, and the bins of each key in one array.</summary>
    private string MakeSeries(MakeSeriesRel rel)
    {
        var source = Input(rel.Input);
        var isReal = rel.Axis.Type == KqlType.Real;
        var (axis, step) = (_emitter.Sql(rel.Axis), _emitter.Sql(rel.Step));
        var first = rel.From is not null ? _emitter.Sql(rel.From)
            : isReal ? $"(SELECT floor(min({axis}) / {step}) * {step} FROM {source})"
            : $"(SELECT min({axis}) - (min({axis}) % {step} + {step}) % {step} FROM {source})";
        var last = rel.To is not null ? _emitter.Sql(rel.To) : $"(SELECT max({axis}) FROM {source})";
        var bounds = NewName();
        Define(bounds, $"SELECT {first} AS b_from, {last} AS b_to, {step} AS b_step");
        var counted = NewName();
        var length = (rel.To is not null, isReal) switch
        {
            (true, true) => "ceil((b_to - b_from) / b_step)",
            (true, false) => "(b_to - b_from + b_step - 1) // b_step",
            (false, true) => "floor((b_to - b_from) / b_step) + 1",
            (false, false) => "(b_to - b_from) // b_step + 1",
        };
        Define(counted, $"SELECT *, greatest(coalesce(CAST({length} AS BIGINT), 0), 0) AS b_count FROM {bounds}");

        var binned = NewName();
        var bin = isReal ? $"CAST(floor(({axis} - b_from) / b_step) AS BIGINT)" : $"(({axis} - b_from) // b_step)";
        var keys = rel.Keys.Select(k => $"{_emitter.Stored(k.Value, k.Column.Storage)} AS {k.Column.Sql}").ToList();
        _emitter.InputOrder = rel.Input.Ordering.Keys;
        var series = rel.Series.Select((s, i) => $"{_emitter.Json(s.Item.Value)} AS s{i}");
        _emitter.InputOrder = [];
        var group = string.Join(", ", Enumerable.Range(1, keys.Count + 1));
        Define(binned, $"SELECT {string.Join(", ", keys.Append($"{bin} AS b_index").Concat(series))} FROM {source}, {counted} WHERE {axis} >= b_from AND {axis} {(rel.To is null ? "<=" : "<")} b_to GROUP BY {group}");

        var outputs = rel.Keys.Select(k => k.Column.Sql).ToList();
        const string Length = "(SELECT b_count FROM {0})";
        var count = string.Format(System.Globalization.CultureInfo.InvariantCulture, Length, counted);
        outputs.AddRange(rel.Series.Select((s, i) =>
            $"{_emitter.Udf("series_of_bins", KqlType.Dynamic, count, $"coalesce({_emitter.Json(s.Default)}, 'null')", "string_agg(CAST(b_index AS VARCHAR), ',' ORDER BY b_index)", $"'[' || string_agg(coalesce(s{i}, 'null'), ',' ORDER BY b_index) || ']'")} AS {s.Item.Column.Sql}"));
        outputs.Add($"{_emitter.Udf("axis", KqlType.Dynamic, count, $"(SELECT b_from FROM {counted})", $"(SELECT b_step FROM {counted})", $"'{rel.Axis.Type.Name()}'")} AS {rel.AxisColumn.Sql}");
        var grouping = rel.Keys.Count > 0
            ? " GROUP BY " + string.Join(", ", Enumerable.Range(1, rel.Keys.Count))
            : rel.NonEmpty ? "" : " HAVING count(*) > 0";
        return $"SELECT {string.Join(", ", outputs)} FROM {binned}{grouping}";
    }
}
