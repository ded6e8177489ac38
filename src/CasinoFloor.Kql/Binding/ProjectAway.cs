using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel ProjectAway(Rel input, ProjectAwaySyntax project)
    {
        RequireColumns(input, project.Patterns);
        return Select(input, [.. input.Columns.Where(c => !project.Patterns.Any(p => p.Matches(c.Name)))]);
    }

    private static void RequireColumns(Rel input, IEnumerable<NamePattern> patterns)
    {
        foreach (var pattern in patterns.Where(p => !p.HasWildcard && input.Find(p.Text) is null))
        {
            throw KqlFailure.Semantic($"'{pattern.Text}' is not a column here.", pattern.Span);
        }
    }
}
