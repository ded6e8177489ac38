using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel ProjectRename(Rel input, ProjectRenameSyntax project)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, old, span) in project.Names)
        {
            if (input.Find(old) is null)
            {
                throw KqlFailure.Semantic($"'{old}' is not a column here.", span);
            }

            names[old] = name;
        }

        var columns = input.Columns.Select(c => names.TryGetValue(c.Name, out var name) ? c with { Name = name } : c).ToList();
        return columns.DistinctBy(c => c.Name).Count() == columns.Count
            ? Select(input, columns)
            : throw KqlFailure.Semantic("A column of that name exists already.", project.Span);
    }
}
