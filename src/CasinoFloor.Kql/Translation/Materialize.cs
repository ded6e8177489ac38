using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Materialize(MaterializeRel rel) => $"SELECT {ListOrOne(rel.Input.AllColumns.Select(c => c.Sql))} FROM {Input(rel.Input)}";
}
