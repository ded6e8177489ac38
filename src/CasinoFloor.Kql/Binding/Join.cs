using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal enum JoinKind
{
    InnerUnique,
    Inner,
    LeftOuter,
    RightOuter,
    FullOuter,
    LeftSemi,
    RightSemi,
    LeftAnti,
    RightAnti,
}

/// <param name="Left">The expression over the left side.</param>
/// <param name="Right">The expression over the right side.</param>
internal readonly record struct JoinKey(Bound Left, Bound Right);

/// <summary>A join. Each output item is a column of one side.</summary>
internal sealed class JoinRel(Rel left, Rel right, JoinKind kind, IReadOnlyList<JoinKey> keys, IReadOnlyList<(Column Output, Column Source, bool FromRight)> outputs)
    : Rel([.. outputs.Select(o => o.Output)], Ordering.None)
{
    public Rel Left { get; } = left;

    public Rel Right { get; } = right;

    public JoinKind Kind { get; } = kind;

    public IReadOnlyList<JoinKey> Keys { get; } = keys;

    public IReadOnlyList<(Column Output, Column Source, bool FromRight)> Outputs { get; } = outputs;
}

internal sealed partial class Binder
{
    private JoinRel Join(Rel left, JoinSyntax join)
    {
        var kind = join.Kind?.Text switch
        {
            null or "innerunique" => JoinKind.InnerUnique,
            "inner" => JoinKind.Inner,
            "leftouter" => JoinKind.LeftOuter,
            "rightouter" => JoinKind.RightOuter,
            "fullouter" => JoinKind.FullOuter,
            "leftsemi" => JoinKind.LeftSemi,
            "rightsemi" => JoinKind.RightSemi,
            "leftanti" or "anti" or "leftantisemi" => JoinKind.LeftAnti,
            "rightanti" or "rightantisemi" => JoinKind.RightAnti,
            var other => throw KqlFailure.Semantic($"'{other}' is not a kind of join.", join.Kind!.Value.Span),
        };
        var right = RequireTable(join.Right);
        var keys = join.Conditions.SelectMany(c => JoinKeys(c, left, right)).ToList();
        var useLeft = kind is not (JoinKind.RightSemi or JoinKind.RightAnti);
        var useRight = kind is not (JoinKind.LeftSemi or JoinKind.LeftAnti);
        return new JoinRel(left, right, kind, keys, JoinOutputs(left, right, useLeft, useRight, kind, []));
    }

    private List<(Column Output, Column Source, bool FromRight)> JoinOutputs(Rel left, Rel right, bool useLeft, bool useRight, JoinKind kind, HashSet<string> omitted)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var outputs = new List<(Column, Column, bool)>();
        if (useLeft)
        {
            foreach (var column in left.Columns)
            {
                var nullable = kind is JoinKind.RightOuter or JoinKind.FullOuter;
                outputs.Add((JoinOutput(column, column.Name, nullable), column, false));
                used.Add(column.Name);
            }
        }

        if (useRight)
        {
            foreach (var column in right.Columns.Where(c => !omitted.Contains(c.Sql)))
            {
                var nullable = kind is JoinKind.LeftOuter or JoinKind.FullOuter;
                outputs.Add((JoinOutput(column, Unique(column.Name, used), nullable), column, true));
            }
        }

        return outputs;
    }

    private Column JoinOutput(Column column, string name, bool nullable) =>
        NewColumn(name, column.Type, nullable && column.Type == KqlType.String ? Storage.NullableText : column.Storage);

    private List<JoinKey> JoinKeys(Expr condition, Rel left, Rel right)
    {
        switch (condition)
        {
            case NameExpr name:
                return [Key(Side(name.Name, left, "left", name.Span), Side(name.Name, right, "right", name.Span), name.Span)];
            case BinaryExpr { Operator: "and" } both:
                return [.. JoinKeys(both.Left, left, right), .. JoinKeys(both.Right, left, right)];
            case BinaryExpr { Operator: "==", Left: MemberExpr { Target: NameExpr one } a, Right: MemberExpr { Target: NameExpr two } b }
                when one.Name is "$left" or "$right" && two.Name is "$left" or "$right" && one.Name != two.Name:
                var (l, r) = one.Name == "$left" ? (a, b) : (b, a);
                return [Key(Side(l.Member, left, "left", l.Span), Side(r.Member, right, "right", r.Span), condition.Span)];
            default:
                throw KqlFailure.Unsupported("a join condition other than a column or $left.x == $right.y", condition.Span);
        }
    }

    private static BoundColumn Side(string name, Rel rel, string side, TextSpan span) => rel.Find(name) is { } column
        ? new BoundColumn(column, span)
        : throw KqlFailure.Semantic($"'{name}' is not a column of the {side} side.", span);

    private static JoinKey Key(BoundColumn left, BoundColumn right, TextSpan span)
    {
        if (left.Type == KqlType.Dynamic || right.Type == KqlType.Dynamic)
        {
            throw KqlFailure.Semantic("A join key cannot be dynamic; convert it first, for example with tostring().", span);
        }

        if (left.Type != right.Type && !(left.Type.IsInteger() && right.Type.IsInteger()))
        {
            throw KqlFailure.Semantic($"Join keys of types {left.Type.Name()} and {right.Type.Name()} do not fit.", span);
        }

        return new JoinKey(left, right);
    }
}
