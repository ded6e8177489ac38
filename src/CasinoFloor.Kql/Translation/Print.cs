using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Print(PrintRel rel) => $"SELECT {ListOrOne(rel.Items.Select(Item))}";
}
