using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel ProjectReorder(Rel input, ProjectReorderSyntax project)
    {
        RequireColumns(input, project.Items.Select(i => i.Pattern));
        var columns = new List<Column>();
        foreach (var (pattern, order) in project.Items)
        {
            var matches = input.Columns.Where(c => pattern.Matches(c.Name) && !columns.Contains(c));
            columns.AddRange(order switch
            {
                "asc" => matches.OrderBy(c => c.Name, StringComparer.Ordinal),
                "desc" => matches.OrderByDescending(c => c.Name, StringComparer.Ordinal),
                _ => matches,
            });
        }

        return Select(input, [.. columns, .. input.Columns.Where(c => !columns.Contains(c))]);
    }
}
