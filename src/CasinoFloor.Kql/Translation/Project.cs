using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    /// <summary>
    /// What a projection adds. The columns it leaves out stay in the SQL, where nothing names them: the fewer columns a step lists, the
    /// sooner DuckDB has planned the statement.
    /// </summary>
    private IReadOnlyList<Piece> Project(ProjectRel rel)
    {
        var added = Piece.More(Added(rel).Select(Selected));
        return ["SELECT *", added, $" FROM {Input(rel.Input)}"];
    }

    private static IEnumerable<Item> Added(ProjectRel rel) => rel.Items.Concat(rel.HiddenItems).Where(i => !i.IsPassedOn);
}
