using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    /// <summary>A table's own expression, with the columns that something names.</summary>
    private static IReadOnlyList<Piece> Table(TableRel rel)
    {
        var columns = rel.Table.Columns.Zip(rel.Columns).Select(pair => new SelectItem(
            pair.Second.Type == KqlType.Dynamic
                ? $"CAST({Quote(pair.First.DuckDbName ?? pair.First.Name)} AS VARCHAR) AS {pair.Second.Sql}"
                : $"{Quote(pair.First.DuckDbName ?? pair.First.Name)} AS {pair.Second.Sql}",
            pair.Second.Sql));
        if (rel.Ingestion is not null)
        {
            columns = columns.Append(new SelectItem($"{Quote(rel.Table.IngestionTimeColumn!)} AS {rel.Ingestion.Sql}", rel.Ingestion.Sql));
        }

        var table = string.Join('.', (rel.Table.DuckDbName ?? rel.Table.Name).Split('.').Select(Quote));
        return ["SELECT ", Piece.List(columns), $" FROM {table}"];
    }
}
