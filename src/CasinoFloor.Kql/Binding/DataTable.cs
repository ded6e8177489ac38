using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>Constant rows; a hidden column numbers them.</summary>
internal sealed class DataTableRel(IReadOnlyList<Column> columns, Column index, IReadOnlyList<Bound> values)
    : Rel(columns, new Ordering([new OrderKey(index, false, true)], false, false, true))
{
    public Column Index { get; } = index;

    public IReadOnlyList<Bound> Values { get; } = values;
}

internal sealed partial class Binder
{
    private DataTableRel DataTable(DataTableSyntax table)
    {
        if (table.Columns.DistinctBy(c => c.Name).Count() != table.Columns.Count)
        {
            throw KqlFailure.Semantic("A column name is given twice.", table.Span);
        }

        var columns = table.Columns.Select(c => NewColumn(c.Name, c.Type)).ToList();
        var values = table.Values.Select((v, i) => Cell(Scalar(v, RowScope.Empty), columns[i % columns.Count].Type, v.Span)).ToList();
        return new DataTableRel(columns, NewColumn("", KqlType.Long), values);
    }

    /// <summary>What becomes of a value of a type that has no way into the column's, such as a number for a text, is told nowhere.</summary>
    private static Bound Cell(Bound value, KqlType type, TextSpan span) =>
        (value, type) is (BoundLiteral { Value: not null, Type: not KqlType.String }, not KqlType.Dynamic) && value.Type != type && !(value.Type.IsNumeric() && type.IsNumeric())
            ? throw KqlFailure.Unsupported($"datatable with a {value.Type.Name()} in a column of type {type.Name()}", span)
            : Coerce(value, type, span);
}
