using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Take(TakeRel rel) => $"SELECT * FROM {Input(rel.Input)}{Emitter.OrderBy(rel.Input.Ordering.Keys)} LIMIT {_emitter.Sql(rel.Count)}";
}
