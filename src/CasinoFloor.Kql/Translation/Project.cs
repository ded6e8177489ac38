using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    /// <summary>
    /// What a projection adds. The columns it leaves out stay in the SQL, where nothing names them: the fewer columns a step lists, the
    /// sooner DuckDB has planned the statement.
    /// </summary>
    private string Project(ProjectRel rel) =>
        $"SELECT *, {string.Join(", ", Added(rel).Select(Item))} FROM {Input(rel.Input)}";

    private static IEnumerable<Item> Added(ProjectRel rel) => rel.Items.Concat(rel.HiddenItems).Where(i => !i.IsPassedOn);
}
