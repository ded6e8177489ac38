using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Where(FilterRel rel) => $"SELECT * FROM {Input(rel.Input)} WHERE {_emitter.Filter(rel.Predicate)}";
}
