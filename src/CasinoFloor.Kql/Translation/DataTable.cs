using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string DataTable(DataTableRel rel)
    {
        var width = rel.Columns.Count;
        var names = string.Join(", ", rel.Columns.Select(c => c.Sql).Append(rel.Index.Sql));
        if (rel.Values.Count == 0)
        {
            return $"SELECT {string.Join(", ", rel.Columns.Select(c => $"CAST(NULL AS {Emitter.TypeName(c.Type)}) AS {c.Sql}"))}, CAST(0 AS BIGINT) AS {rel.Index.Sql} WHERE false";
        }

        var rows = rel.Values.Chunk(width).Select((row, i) => $"({string.Join(", ", row.Select(_emitter.Sql))}, CAST({i} AS BIGINT))");
        return $"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS v({names})";
    }
}
