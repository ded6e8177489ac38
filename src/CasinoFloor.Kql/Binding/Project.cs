using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed class ProjectRel(Rel input, IReadOnlyList<Item> items, Ordering ordering, IReadOnlyList<Item>? hidden = null)
    : Rel([.. items.Select(i => i.Column)], ordering)
{
    public Rel Input { get; } = input;

    public IReadOnlyList<Item> Items { get; } = items;

    public IReadOnlyList<Item> HiddenItems { get; } = hidden ?? [];

    public override IReadOnlyList<Column> Hidden => [.. HiddenItems.Select(i => i.Column)];
}

internal sealed partial class Binder
{
    private ProjectRel Project(Rel input, ProjectSyntax project)
    {
        var row = new RowScope { Input = input, AllowsWindows = true };
        var values = Values(project.Items, row);
        return ProjectRel(row.Input!, Items(values, new(StringComparer.Ordinal), []));
    }
}
