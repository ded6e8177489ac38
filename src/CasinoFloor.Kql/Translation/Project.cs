using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private string Project(ProjectRel rel)
    {
        var source = Input(rel.Input);
        var made = rel.Items.Concat(rel.HiddenItems).ToList();
        var names = made.Select(i => i.Column.Sql).ToHashSet();
        var carried = rel.Ordering.Keys.Select(k => k.Column.Sql).Where(names.Add);
        return $"SELECT {ListOrOne(made.Select(Item).Concat(carried))} FROM {source}";
    }
}
