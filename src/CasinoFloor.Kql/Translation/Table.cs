using System.Text.RegularExpressions;
using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    /// <summary>
    /// The tables' own expressions, written when all others are: they have only the columns that something names, as every column of a wide table
    /// costs time to plan. Names of columns are unique in a statement, so that the search for them needs no understanding of it.
    /// </summary>
    private IEnumerable<string> Tables(string result)
    {
        if (_tables.Count == 0)
        {
            return [];
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in new[] { _ctes.ToString(), result })
        {
            foreach (var match in ColumnName().EnumerateMatches(text))
            {
                named.Add(text.Substring(match.Index, match.Length));
            }
        }

        return [.. _tables.Select(t => $"{t.Name} AS NOT MATERIALIZED ({Table(t.Rel, named)})")];
    }

    private static string Table(TableRel rel, HashSet<string> named)
    {
        var columns = rel.Table.Columns.Zip(rel.Columns).Where(pair => named.Contains(pair.Second.Sql)).Select(pair => pair.Second.Type == KqlType.Dynamic
            ? $"CAST({Quote(pair.First.DuckDbName ?? pair.First.Name)} AS VARCHAR) AS {pair.Second.Sql}"
            : $"{Quote(pair.First.DuckDbName ?? pair.First.Name)} AS {pair.Second.Sql}");
        if (rel.Ingestion is not null && named.Contains(rel.Ingestion.Sql))
        {
            columns = columns.Append($"{Quote(rel.Table.IngestionTimeColumn!)} AS {rel.Ingestion.Sql}");
        }

        var table = string.Join('.', (rel.Table.DuckDbName ?? rel.Table.Name).Split('.').Select(Quote));
        return $"SELECT {ListOrOne(columns)} FROM {table}";
    }

    [GeneratedRegex("c[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnName();
}
