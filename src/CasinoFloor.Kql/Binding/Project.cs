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
        var values = Values(project.Items, row, allowStar: true);
        if (project.Items.Any(i => i is StarExpr))
        {
            values = WithoutRepeats(values);
        }

        return ProjectRel(row.Input!, Items(values, new(StringComparer.Ordinal), []));
    }

    /// <summary>A star adds the columns that are not there yet.</summary>
    private static List<NamedValue> WithoutRepeats(List<NamedValue> values)
    {
        var result = new List<NamedValue>();
        var columns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value.Name is not null && !columns.Add(value.Name))
            {
                if (value is { IsExplicit: false, Value: BoundColumn column } && result.Any(r => r.Value is BoundColumn same && same.Column.Sql == column.Column.Sql && r.Name == value.Name))
                {
                    continue;
                }

                throw KqlFailure.Unsupported($"'*' together with another column '{value.Name}'", value.Span);
            }

            result.Add(value);
        }

        return result;
    }
}
