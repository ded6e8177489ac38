using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private IReadOnlyList<Piece> Materialize(MaterializeRel rel) =>
        ["SELECT ", Piece.List(rel.Input.AllColumns.Select(c => new SelectItem(c.Sql, c.Sql))), $" FROM {Input(rel.Input)}"];
}
