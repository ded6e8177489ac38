using System.Diagnostics.CodeAnalysis;
using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

/// <summary>
/// Gives the right side of a join the filters on the join's keys that come after it: rows with other keys find nobody there. DuckDB passes such
/// a filter on to the left side only.
/// </summary>
internal static class KeyFilters
{
    // These answer alike whenever they are asked, and cost less than the row they save.
    private static readonly HashSet<string> Simple = ["and", "or", "==", "<", "<=", ">", ">="];

    /// <summary>The same filter over a join whose right side is filtered too; null when there is no such join.</summary>
    public static FilterRel? Passed(FilterRel filter)
    {
        var input = filter.Input;
        foreach (var condition in Conjuncts(filter.Predicate))
        {
            var columns = new Dictionary<string, Column>(StringComparer.Ordinal);
            if (IsSimple(condition, columns) && columns.Count == 1)
            {
                input = Passed(input, condition, columns.Values.First()) ?? input;
            }
        }

        return ReferenceEquals(input, filter.Input) ? null : new FilterRel(input, filter.Predicate);
    }

    private static Rel? Passed(Rel rel, Bound condition, Column column)
    {
        switch (rel)
        {
            case FilterRel step when Passed(step.Input, condition, column) is { } input:
                return new FilterRel(input, step.Predicate);
            case ProjectRel step when Source(step, column) is { } source && Passed(step.Input, Over(condition, source), source) is { } input:
                return new ProjectRel(input, step.Items, step.Ordering, step.HiddenItems);
            case JoinRel { Kind: JoinKind.Inner or JoinKind.InnerUnique or JoinKind.LeftOuter or JoinKind.LeftSemi or JoinKind.LeftAnti } join
                when TryKey(join, column, out var key):
                return new JoinRel(join.Left, new FilterRel(join.Right, Over(condition, key)), join.Kind, join.Keys, join.Outputs);
            default:
                return null;
        }
    }

    /// <summary>The column of a projection's input that one of its columns is.</summary>
    private static Column? Source(ProjectRel rel, Column column) =>
        rel.Items.FirstOrDefault(item => item.Column.Sql == column.Sql).Value is BoundColumn source ? source.Column : null;

    /// <summary>The column of the right side that equals a column of the result wherever both sides are.</summary>
    private static bool TryKey(JoinRel join, Column column, [NotNullWhen(true)] out Column? key)
    {
        var left = join.Outputs.FirstOrDefault(output => output.Output.Sql == column.Sql && !output.FromRight).Source;
        key = left is null || left.Type == KqlType.Real ? null
            : join.Keys.Where(pair => pair.Left is BoundColumn mine && mine.Column.Sql == left.Sql).Select(pair => pair.Right).OfType<BoundColumn>().FirstOrDefault()?.Column;
        return key is not null && key.Type == left!.Type;
    }

    private static IEnumerable<Bound> Conjuncts(Bound condition) =>
        condition is BoundCall { Function.Name: "and", Arguments: var parts } ? parts.SelectMany(Conjuncts) : [condition];

    private static bool IsSimple(Bound condition, Dictionary<string, Column> columns)
    {
        switch (condition)
        {
            case BoundLiteral:
                return true;
            case BoundColumn { Column: var column }:
                columns[column.Sql] = column;
                return true;
            case BoundCall call:
                return Simple.Contains(call.Function.Name) && call.Arguments.All(argument => IsSimple(argument, columns));
            default:
                return false;
        }
    }

    private static Bound Over(Bound condition, Column column) => condition switch
    {
        BoundColumn old => old with { Column = column },
        BoundCall call => call with { Arguments = [.. call.Arguments.Select(argument => Over(argument, column))] },
        _ => condition,
    };
}
