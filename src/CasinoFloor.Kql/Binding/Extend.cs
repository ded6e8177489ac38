using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel Extend(Rel input, ExtendSyntax extend) => ExtendBy(input, extend.Items);

    private ProjectRel ExtendBy(Rel input, IReadOnlyList<Expr> expressions)
    {
        var row = new RowScope { Input = input, AllowsWindows = true };
        var values = Values(expressions, row);
        var used = input.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var usedSql = input.Columns.Select(c => c.Sql).ToHashSet(StringComparer.Ordinal);

        // Whether such a value takes the place of the column or gets a free name is told nowhere.
        var number = 1;
        foreach (var value in values.Where(v => !v.IsExplicit && v.Value is not BoundColumn))
        {
            var name = value.Name ?? $"Column{number++}";
            if (input.Find(name) is not null)
            {
                throw KqlFailure.Unsupported($"a value without a name that would be called '{name}' as a column already is (give it a name)", value.Span);
            }
        }

        // A named value takes the place of a column of that name; an unnamed one gets a free name.
        foreach (var value in values.Where(v => v.IsExplicit))
        {
            used.Remove(value.Name!);
        }

        var items = Items(values, used, usedSql);
        var columns = input.Columns
            .Select(c => items.FirstOrDefault(i => i.Column.Name == c.Name) is { Column: not null } replaced ? replaced : new Item(c, new BoundColumn(c, default)))
            .ToList();
        columns.AddRange(items.Where(i => input.Find(i.Column.Name) is null));
        return ProjectRel(row.Input!, columns);
    }
}
