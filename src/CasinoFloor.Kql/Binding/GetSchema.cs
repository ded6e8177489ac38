using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private DataTableRel GetSchema(Rel input)
    {
        Column[] columns =
        [
            NewColumn("ColumnName", KqlType.String), NewColumn("ColumnOrdinal", KqlType.Int), NewColumn("DataType", KqlType.String), NewColumn("ColumnType", KqlType.String),
        ];
        var values = input.Columns.SelectMany((c, i) => new Bound[]
        {
            new BoundLiteral(c.Name, KqlType.String, default), new BoundLiteral((long)i, KqlType.Int, default),
            new BoundLiteral(c.Type.ClrName(), KqlType.String, default), new BoundLiteral(c.Type.Name(), KqlType.String, default),
        });
        return new DataTableRel(columns, NewColumn("", KqlType.Long), [.. values]);
    }
}
