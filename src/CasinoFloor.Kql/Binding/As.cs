using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private MaterializeRel As(Rel input, AsSyntax name)
    {
        var rel = new MaterializeRel(input) { Name = name.Name };
        _scope.Declare(name.Name, new TableSymbol(rel));
        return rel;
    }
}

/// <summary>Rows that are worked out once, however often they are used.</summary>
internal sealed class MaterializeRel(Rel input) : Rel(input.Columns, input.Ordering)
{
    public Rel Input { get; } = input;

    public override IReadOnlyList<Column> Hidden => Input.Hidden;
}
