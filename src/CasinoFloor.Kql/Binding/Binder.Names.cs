using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <content>What an editor asks: the names in force.</content>
internal sealed partial class Binder
{
    /// <summary>The names declared so far, with what they stand for.</summary>
    public IEnumerable<(string Name, Symbol Symbol)> Declared => _scope.Names.Distinct().Select(name => (name, _scope.Find(name)!));

    /// <summary>Makes a name stand for an empty table of these columns, or a value that is not known.</summary>
    public void Assume(ParameterSyntax parameter) => _scope.Declare(
        parameter.Name,
        parameter.Type is { } type
            ? new ScalarSymbol(new BoundLiteral(type == KqlType.String ? "" : null, type, parameter.Span))
            : new TableSymbol(DataTable(new DataTableSyntax([.. parameter.Columns!.Select(column => (column.Name, column.Type))], [], parameter.Span))));
}
