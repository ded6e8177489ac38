using System.Globalization;
using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>Compares names by their text, and numbers within them by value, so that x9 is before x10.</summary>
    private static readonly StringComparer ByNumbersWithin = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

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
                "granny-asc" => matches.OrderBy(c => c.Name, ByNumbersWithin),
                "granny-desc" => matches.OrderByDescending(c => c.Name, ByNumbersWithin),
                _ => matches,
            });
        }

        return Select(input, [.. columns, .. input.Columns.Where(c => !columns.Contains(c))]);
    }
}
