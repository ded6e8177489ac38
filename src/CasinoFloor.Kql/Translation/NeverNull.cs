using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

/// <summary>Finds the columns that the filters before a step leave no null in, or that <c>coalesce</c> fills.</summary>
internal static class NeverNull
{
    private static readonly HashSet<string> Comparisons = [">", ">=", "<", "<=", "=="];

    /// <summary>The SQL names of such columns of a relation, as far as its own filters tell.</summary>
    public static HashSet<string> Columns(Rel rel)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = rel; at is not null;)
        {
            if (at is FilterRel filter)
            {
                Add(filter.Predicate, found);
            }
            else if (at is ProjectRel project)
            {
                found.UnionWith(project.Items.Where(IsFilled).Select(item => item.Column.Sql));
            }

            at = at switch
            {
                FilterRel step => step.Input,
                ProjectRel step => step.Input,
                TakeRel step => step.Input,
                NumberedRel step => step.Input,
                _ => null,
            };
        }

        return found;
    }

    private static bool IsFilled(Item item) => item.Value is BoundCall
    {
        Function.Name: "coalesce", Type: not KqlType.String, Arguments: [.., BoundLiteral { Value: not null } last],
    } call && last.Type == call.Type;

    private static void Add(Bound condition, HashSet<string> found)
    {
        switch (condition)
        {
            case BoundCall { Function.Name: "and", Arguments: var parts }:
                foreach (var part in parts)
                {
                    Add(part, found);
                }

                break;
            case BoundCall { Function.Name: var name, Arguments: [BoundColumn column, BoundLiteral { Value: not null }] } when Comparisons.Contains(name):
                found.Add(column.Column.Sql);
                break;
            case BoundCall { Function.Name: var name, Arguments: [BoundLiteral { Value: not null }, BoundColumn column] } when Comparisons.Contains(name):
                found.Add(column.Column.Sql);
                break;
            case BoundCall { Function.Name: "isnotnull" or "notnull", Arguments: [BoundColumn { Type: not KqlType.String } column] }:
                found.Add(column.Column.Sql);
                break;
            default:
                break;
        }
    }
}
