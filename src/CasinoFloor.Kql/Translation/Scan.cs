using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

/// <content>
/// A scan is a recursive common table expression: each round takes the next row, works out which steps it matches, from the last to
/// the first, and carries the state of all steps on. Names: <c>aK</c> whether step K has a sequence, <c>iK</c> its match id,
/// <c>sK_J_c</c> a column of the row that step J matched in it; <c>pK</c> and <c>qK</c> how the row matches step K, <c>eK_c</c> what it assigns.
/// </content>
internal sealed partial class Translator
{
    private string Scan(ScanRel rel)
    {
        _isRecursive = true;
        var source = Input(rel.Input);
        var count = rel.Steps.Count;
        var start = new List<string> { "CAST(0 AS BIGINT) AS n", "CAST(0 AS BIGINT) AS ids" };
        for (var k = 0; k < count; k++)
        {
            start.Add($"false AS a{k}, CAST(0 AS BIGINT) AS i{k}, false AS p{k}, false AS q{k}");
            start.AddRange(State(rel, k).Select(v => $"{Empty(v)} AS {ScanRel.StateName(k, v)}"));
            start.AddRange(rel.Declared.Select(d => $"{Cast(_emitter.Sql(d.Default), d.Column)} AS e{k}_{d.Column.Sql}"));
        }

        var name = NewName();
        Define(name, $"SELECT {string.Join(", ", start)} UNION ALL {Round(rel, source, name)}");
        var visible = rel.Input.Columns.Select(c => $"r.{c.Sql}").ToList();
        var matches = Enumerable.Range(0, count).Where(k => rel.Steps[k].Emits).Select(k =>
        {
            var items = visible.Concat(rel.Declared.Select(d => $"m.e{k}_{d.Column.Sql} AS {d.Column.Sql}")).ToList();
            if (rel.MatchId is not null)
            {
                items.Add($"m.i{k} AS {rel.MatchId.Sql}");
            }

            items.Add($"m.n * {count} - {k} AS {rel.Order.Sql}");
            return $"SELECT {string.Join(", ", items)} FROM {name} AS m JOIN {source} AS r ON r.{rel.Number.Sql} = m.n WHERE m.p{k} OR m.q{k}";
        }).ToList();
        return matches.Count == 0
            ? $"SELECT {string.Join(", ", visible.Concat(rel.Declared.Select(d => $"{_emitter.Sql(d.Default)} AS {d.Column.Sql}")).Concat(rel.MatchId is null ? [] : [$"CAST(0 AS BIGINT) AS {rel.MatchId.Sql}"]).Append($"CAST(0 AS BIGINT) AS {rel.Order.Sql}"))} FROM {source} AS r WHERE false"
            : string.Join(" UNION ALL ", matches);
    }

    private string Round(ScanRel rel, string source, string name)
    {
        var count = rel.Steps.Count;
        var old = Enumerable.Range(0, count).SelectMany(k => State(rel, k).Select(v => ScanRel.StateName(k, v)).Concat([$"a{k}", $"i{k}"]));
        var sql = $"SELECT {string.Join(", ", old.Select(c => "m." + c))}, m.ids, r.* FROM {name} AS m JOIN {source} AS r ON r.{rel.Number.Sql} = m.n + 1";
        for (var k = count - 1; k >= 0; k--)
        {
            var step = rel.Steps[k];
            var takes = step.TakesOver is null ? "false" : $"(a{k - 1} AND coalesce({_emitter.Sql(step.TakesOver)}, false))";
            sql = $"SELECT *, {takes} AS p{k} FROM ({sql})";
            if (k < count - 1)
            {
                // The step after has taken the sequence over: nothing of it is left here.
                var cleared = State(rel, k).Select(v => $"CASE WHEN p{k + 1} THEN {Empty(v)} ELSE {ScanRel.StateName(k, v)} END AS {ScanRel.StateName(k, v)}")
                    .Append($"(a{k} AND NOT p{k + 1}) AS a{k}");
                var kept = State(rel, k).Select(v => $"{ScanRel.StateName(k, v)} AS o{ScanRel.StateName(k, v)}").Append($"a{k} AS oa{k}");
                sql = $"SELECT * REPLACE ({string.Join(", ", cleared)}), {string.Join(", ", kept)} FROM ({sql})";
            }

            var active = k == 0 ? "" : $"a{k} AND ";
            sql = $"SELECT *, (NOT p{k} AND {active}coalesce({_emitter.Sql(step.GoesOn)}, false)) AS q{k} FROM ({sql})";
            var assigned = rel.Declared.Select((d, i) => step.Assigned[i] is { } pair
                ? $"{Cast($"CASE {(pair.TakesOver is null ? "" : $"WHEN p{k} THEN {_emitter.Sql(pair.TakesOver)} ")}WHEN q{k} THEN {_emitter.Sql(pair.GoesOn)} ELSE {_emitter.Sql(d.Default)} END", d.Column)} AS e{k}_{d.Column.Sql}"
                : $"{Cast(_emitter.Sql(d.Default), d.Column)} AS e{k}_{d.Column.Sql}").ToList();
            sql = assigned.Count == 0 ? sql : $"SELECT *, {string.Join(", ", assigned)} FROM ({sql})";
            _emitter.Checked(sql);
        }

        var items = new List<string> { $"{rel.Number.Sql} AS n", "ids + CASE WHEN q0 AND NOT a0 THEN 1 ELSE 0 END AS ids" };
        for (var k = 0; k < count; k++)
        {
            var id = k == 0 ? "CASE WHEN q0 AND NOT a0 THEN ids ELSE i0 END" : $"CASE WHEN p{k} THEN i{k - 1} ELSE i{k} END";
            items.Add($"(p{k} OR q{k} OR a{k}) AS a{k}, {id} AS i{k}, p{k}, q{k}");
            foreach (var value in State(rel, k))
            {
                var mine = ScanRel.StateName(k, value);
                var matched = rel.Declared.Any(d => d.Column.Sql == value.Source.Sql) ? $"e{k}_{value.Source.Sql}" : value.Source.Sql;
                items.Add(value.Step == k
                    ? $"CASE WHEN p{k} OR q{k} THEN {matched} ELSE {mine} END AS {mine}"
                    : $"CASE WHEN p{k} THEN o{ScanRel.StateName(k - 1, value)} ELSE {mine} END AS {mine}");
            }

            items.AddRange(rel.Declared.Select(d => $"e{k}_{d.Column.Sql}"));
        }

        return $"SELECT {string.Join(", ", items)} FROM ({sql})";
    }

    /// <summary>What the state of a step keeps: values of itself and of the steps before.</summary>
    private static IEnumerable<ScanValue> State(ScanRel rel, int step) => rel.Values.Where(v => v.Step <= step);

    private string Empty(ScanValue value) => Cast(_emitter.Sql(value.Empty), value.Source);

    private static string Cast(string sql, Column column) =>
        $"CAST({sql} AS {(column.Storage == Storage.Timestamp ? "TIMESTAMP" : Emitter.TypeName(column.Type))})";
}
