using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    /// <summary>All moments go to the runtime in one text, and the starts come back in one.</summary>
    private string Session(SessionRel rel)
    {
        var source = Input(rel.Input);
        var value = $"coalesce(CAST({_emitter.Sql(rel.Value)} AS VARCHAR), '')";
        var mark = rel.Restarts is null ? "" : $" || CASE WHEN {_emitter.Sql(rel.Restarts)} THEN 'r' ELSE '' END";
        var starts = NewName();
        var all = $"string_agg({value}{mark}, ',' ORDER BY {rel.Number.Sql})";
        Define(starts, $"SELECT string_split({_emitter.Udf("session_starts", KqlType.Dynamic, all, _emitter.Sql(rel.FromFirst), _emitter.Sql(rel.FromNeighbour))}, ',') AS x FROM {source}");
        var numbered = NewName();
        Define(numbered, $"SELECT unnest(x) AS v, unnest(range(1, len(x) + 1)) AS n FROM {starts}");
        return $"SELECT s.*, CAST(nullif(l.v, '') AS BIGINT) AS {rel.Start.Sql} FROM {source} AS s JOIN {numbered} AS l ON l.n = s.{rel.Number.Sql}";
    }
}
