using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>Rows of several relations; a column that one of them lacks is null or empty there.</summary>
/// <param name="inputs">The relations.</param>
/// <param name="source">The column that names the relation of a row; null without one.</param>
/// <param name="outputs">The columns, each with what it is in the relations.</param>
/// <param name="number">A hidden column that numbers the rows, one relation after the other; null when they have no order themselves.</param>
internal sealed class UnionRel(
    IReadOnlyList<(Rel Rel, string Label)> inputs, Column? source, IReadOnlyList<(Column Output, IReadOnlyList<Column?> Sources)> outputs, Column? number)
    : Rel(
        [.. (source is null ? [] : new[] { source }).Concat(outputs.Select(o => o.Output))],
        number is null ? Ordering.None : new Ordering([new OrderKey(number, false, true)], false, false, true))
{
    public Column? Number { get; } = number;

    public IReadOnlyList<(Rel Rel, string Label)> Inputs { get; } = inputs;

    public Column? Source { get; } = source;

    public IReadOnlyList<(Column Output, IReadOnlyList<Column?> Sources)> Outputs { get; } = outputs;
}

internal sealed partial class Binder
{
    private UnionRel Union(Rel? first, UnionSyntax union)
    {
        var inputs = new List<(Rel Rel, string Label)>();
        if (first is not null)
        {
            inputs.Add((first, Label(first, 0)));
        }

        foreach (var side in union.Sides)
        {
            if (side is CallExpr { Name: "union *", Arguments: [LiteralExpr { Value: string pattern }] })
            {
                inputs.AddRange(Matching(new NamePattern(pattern, side.Span)));
                continue;
            }

            try
            {
                var rel = RequireTable(side);
                var isView = side is NameExpr name && _scope.Find(name.Name) is FunctionSymbol;
                inputs.Add((rel, isView ? ((NameExpr)side).Name : Label(rel, inputs.Count)));
            }
            catch (KqlFailure failure) when (union.IsFuzzy && failure.Code == KqlErrorCodes.Semantic && IsMissing(side))
            {
                // isfuzzy=true says so: a table that does not exist is left out.
            }
        }

        if (inputs.Count == 0)
        {
            throw KqlFailure.Semantic("No table of the union exists.", union.Span);
        }

        var result = Union(inputs, union.Inner, union.SourceColumn);
        return result.Outputs.Count > 0 ? result : throw KqlFailure.Unsupported("union of tables without a common column", union.Span);
    }

    /// <summary>The tables of the catalog, and the views that the query declares, whose names match.</summary>
    private IEnumerable<(Rel Rel, string Label)> Matching(NamePattern pattern)
    {
        var views = _scope.Names.Distinct()
            .Where(n => pattern.Matches(n) && _scope.Find(n) is FunctionSymbol { Lambda: { IsView: true, Parameters.Count: 0 } })
            .Order(StringComparer.Ordinal)
            .ToList();
        return views.Select(n => (RequireTable(new NameExpr(n, pattern.Span)), n))
            .Concat(_catalog.Tables.Where(t => !views.Contains(t.Name) && pattern.Matches(t.Name)).Select(t => (Table(t.Name)!, t.Name)));
    }

    private bool IsMissing(Expr side) => side switch
    {
        NameExpr name => _scope.Find(name.Name) is null && _catalog.Find(name.Name) is null,
        PipelineExpr { Source: { } source } => IsMissing(source),
        _ => false,
    };

    private static string Label(Rel rel, int index) => rel is TableRel table ? table.Table.Name : rel.Name ?? $"union_arg{index}";

    private UnionRel Union(List<(Rel Rel, string Label)> inputs, bool inner, string? sourceName)
    {
        var names = inputs.SelectMany(i => i.Rel.Columns).Select(c => c.Name).Distinct().ToList();
        if (inner)
        {
            names = [.. names.Where(n => inputs.All(i => i.Rel.Find(n)?.Type is { } type && type == inputs[0].Rel.Find(n)?.Type))];
        }

        var outputs = new List<(Column, IReadOnlyList<Column?>)>();
        var used = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var name in names)
        {
            var types = inputs.Select(i => i.Rel.Find(name)).OfType<Column>().Select(c => c.Type).Distinct().ToList();
            foreach (var type in types)
            {
                var sources = inputs.Select(i => i.Rel.Find(name) is { } column && column.Type == type ? column : null).ToList();
                var storage = type == KqlType.String ? Storage.NullableText
                    : sources.All(s => s?.Storage is null or Storage.Timestamp) ? sources.OfType<Column>().First().Storage : Storage.Plain;
                outputs.Add((NewColumn(types.Count == 1 ? name : Unique($"{name}_{type.Name()}", used), type, storage), sources));
            }
        }

        var source = sourceName is null ? null : NewColumn(sourceName, KqlType.String);
        var isNumbered = inputs.All(i => i.Rel is PrintRel || i.Rel.Ordering.IsTotal);
        return new UnionRel(inputs, source, outputs, isNumbered ? NewColumn("", KqlType.Long) : null);
    }
}
