using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private static string Table(TableRel rel)
    {
        var columns = rel.Table.Columns.Zip(rel.Columns, (source, column) => column.Type == KqlType.Dynamic
            ? $"CAST({Quote(source.DuckDbName ?? source.Name)} AS VARCHAR) AS {column.Sql}"
            : $"{Quote(source.DuckDbName ?? source.Name)} AS {column.Sql}");
        if (rel.Ingestion is not null)
        {
            columns = columns.Append($"{Quote(rel.Table.IngestionTimeColumn!)} AS {rel.Ingestion.Sql}");
        }

        var table = string.Join('.', (rel.Table.DuckDbName ?? rel.Table.Name).Split('.').Select(Quote));
        return $"SELECT {ListOrOne(columns)} FROM {table}";
    }
}
