using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Materialize(MaterializeRel rel) => $"SELECT * FROM {Input(rel.Input)}";
}
