using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel ProjectKeep(Rel input, ProjectKeepSyntax project)
    {
        RequireColumns(input, project.Patterns);
        return Select(input, [.. input.Columns.Where(c => project.Patterns.Any(p => p.Matches(c.Name)))]);
    }
}
