using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>Rows multiplied by the elements of arrays, side by side; shorter arrays are padded with null.</summary>
internal sealed class MvExpandRel(
    Rel input, IReadOnlyList<Column> columns, IReadOnlyList<(Column Element, Bound Array)> arrays, Column position, bool arrayKind, Bound? limit)
    : Rel(columns, new Ordering([.. input.Ordering.Keys, new OrderKey(position, false, true)], input.Ordering.IsSerialized, input.Ordering.IsExplicit, false) { Within = input.Ordering.Within })
{
    public Rel Input { get; } = input;

    /// <summary>The columns that receive elements, as JSON text.</summary>
    public IReadOnlyList<(Column Element, Bound Array)> Arrays { get; } = arrays;

    /// <summary>The element's position in its row, from 0.</summary>
    public Column Position { get; } = position;

    /// <summary>Whether a bag's members become [name, value] pairs instead of small bags.</summary>
    public bool ArrayKind { get; } = arrayKind;

    public Bound? Limit { get; } = limit;

    public override IReadOnlyList<Column> Hidden => Input.Hidden;
}

internal sealed partial class Binder
{
    private ProjectRel MvExpand(Rel input, MvExpandSyntax expand) => Expand(input, expand.Items, expand.ArrayKind, expand.IndexColumn, expand.Limit).Typed;

    private (MvExpandRel Raw, ProjectRel Typed) Expand(Rel input, IReadOnlyList<ExpandItem> items, bool arrayKind, string? indexColumn, Expr? limit)
    {
        var row = new RowScope { Input = input };
        var arrays = new List<(Column Element, Bound Array)>();
        var outputs = input.Columns.Select(c => new Item(c, new BoundColumn(c, default))).ToList();
        foreach (var item in items)
        {
            var array = Scalar(item.Value, row);
            if (array.Type != KqlType.Dynamic)
            {
                throw KqlFailure.Semantic($"mv-expand needs a dynamic value, not a {array.Type.Name()}.", item.Span);
            }

            var name = item.Name ?? ResultName(item.Value, row) ?? Unique("Column1", outputs.Select(o => o.Column.Name).ToHashSet());
            var element = NewColumn(name, KqlType.Dynamic);
            arrays.Add((element, array));
            Bound value = new BoundColumn(element, item.Span);
            var output = item.Type is { } type and not KqlType.Dynamic
                ? new Item(NewColumn(name, type), Elements.Cast(type, value))
                : new Item(element, value);
            var existing = outputs.FindIndex(o => o.Column.Name == name);
            if (existing >= 0)
            {
                outputs[existing] = output;
            }
            else
            {
                outputs.Add(output);
            }
        }

        var position = NewColumn(indexColumn ?? "", KqlType.Long);
        if (indexColumn is not null)
        {
            outputs.Add(new Item(position, new BoundColumn(position, default)));
        }

        var raw = new MvExpandRel(
            input, [.. input.Columns, .. arrays.Select(a => a.Element)], arrays, position, arrayKind, limit is null ? null : RowCount(limit));
        return (raw, new ProjectRel(raw, outputs, raw.Ordering));
    }
}
