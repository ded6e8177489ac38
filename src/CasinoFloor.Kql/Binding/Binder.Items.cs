using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Binding;

/// <content>Lists of <c>name = value</c>, as project, extend, print and summarize have them.</content>
internal sealed partial class Binder
{
    /// <param name="Name">The column's name.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="IsExplicit">Whether the query gave the name.</param>
    /// <param name="Span">Where it stands.</param>
    private readonly record struct NamedValue(string? Name, Bound Value, bool IsExplicit, TextSpan Span);

    private List<NamedValue> Values(IReadOnlyList<Expr> expressions, RowScope row, bool allowStar = false)
    {
        var values = new List<NamedValue>();
        foreach (var expression in expressions)
        {
            if (expression is StarExpr && allowStar)
            {
                values.AddRange(row.Input!.Columns.Select(c => new NamedValue(c.Name, new BoundColumn(c, expression.Span), false, expression.Span)));
                continue;
            }

            var named = expression as NamedExpr;
            var inner = named?.Value ?? expression;
            var bound = ScalarOrTuple(inner, row);
            if (bound is BoundTuple tuple)
            {
                AddTuple(values, tuple, named, expression.Span);
            }
            else if (named is { IsTuple: true, Names.Count: > 1 })
            {
                throw KqlFailure.Semantic("The expression has one value but several names.", named.Span);
            }
            else
            {
                values.Add(new NamedValue(named?.Names[0] ?? ResultName(inner, row), bound, named is not null, expression.Span));
            }
        }

        return values;
    }

    private static void AddTuple(List<NamedValue> values, BoundTuple tuple, NamedExpr? named, TextSpan span)
    {
        var names = named?.Names ?? [];
        if (names.Count > tuple.Parts.Count)
        {
            throw KqlFailure.Semantic($"The expression has {tuple.Parts.Count} value(s) but {names.Count} names.", span);
        }

        for (var i = 0; i < tuple.Parts.Count; i++)
        {
            if (named is { IsTuple: true } && i >= names.Count && i > 0)
            {
                break;
            }

            var isExplicit = i < names.Count;
            values.Add(new NamedValue(isExplicit ? names[i] : tuple.Parts[i].Name, tuple.Parts[i].Value, isExplicit, span));
        }
    }

    /// <summary>A name not yet used: the name itself, or with the first free number after it.</summary>
    private static string Unique(string name, ISet<string> used)
    {
        if (used.Add(name))
        {
            return name;
        }

        for (var i = 1; ; i++)
        {
            if (used.Add(name + i))
            {
                return name + i;
            }
        }
    }

    /// <summary>Gives every value a column; those that only pass a column on keep it.</summary>
    private List<Item> Items(List<NamedValue> values, HashSet<string> used, HashSet<string> usedSql, string unnamed = "Column", int firstUnnamed = 1)
    {
        var items = new List<Item>();
        var number = firstUnnamed;
        var explicitNames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values.Where(v => v.IsExplicit))
        {
            if (!explicitNames.Add(value.Name!))
            {
                throw KqlFailure.Semantic($"The column name '{value.Name}' is given twice.", value.Span);
            }
        }

        foreach (var value in values)
        {
            var name = value.IsExplicit && used.Add(value.Name!) ? value.Name!
                : value.Name is { } suggested ? Unique(suggested, used)
                : Numbered();
            items.Add(new Item(ColumnFor(name, value.Value, usedSql), value.Value));
        }

        return items;

        string Numbered()
        {
            while (!used.Add(unnamed + number))
            {
                number++;
            }

            return unnamed + number++;
        }
    }

    private Column ColumnFor(string name, Bound value, HashSet<string> usedSql)
    {
        if (value is BoundColumn { Column: var source } && usedSql.Add(source.Sql))
        {
            return source with { Name = name };
        }

        return NewColumn(name, value.Type, Emitter.StorageOf(value));
    }

    /// <summary>The input's order, as far as a projection leaves it.</summary>
    private static ProjectRel ProjectRel(Rel input, IReadOnlyList<Item> items) => new(input, items, input.Ordering);

    /// <summary>A projection that keeps some columns as they are.</summary>
    private static ProjectRel Select(Rel input, IReadOnlyList<Column> columns) =>
        ProjectRel(input, [.. columns.Select(c => new Item(c, new BoundColumn(c, default)))]);
}
