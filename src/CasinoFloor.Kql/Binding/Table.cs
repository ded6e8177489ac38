using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed class TableRel(KqlTable table, IReadOnlyList<Column> columns, Column? ingestion) : Rel(columns, Ordering.None)
{
    public KqlTable Table { get; } = table;

    public Column? Ingestion { get; } = ingestion;

    public override IReadOnlyList<Column> Hidden => Ingestion is null ? [] : [Ingestion];
}

internal sealed partial class Binder
{
    private Rel? Table(string name)
    {
        if (_tables.TryGetValue(name, out var known))
        {
            return known;
        }

        if (_catalog.Find(name) is not { } table)
        {
            return null;
        }

        var columns = table.Columns.Select(c => NewColumn(c.Name, c.Type, c.Type switch
        {
            KqlType.DateTime => Storage.Timestamp,
            KqlType.String when c.HasNulls => Storage.NullableText,
            _ => Storage.Plain,
        })).ToList();
        return _tables[name] = new TableRel(table, columns, table.IngestionTimeColumn is null ? null : NewColumn("", KqlType.DateTime, Storage.Timestamp));
    }
}
