using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

internal sealed partial class Translator
{
    private IReadOnlyList<Piece> Join(JoinRel rel)
    {
        var (left, right) = (Side(rel, rel.Left, false), Side(rel, rel.Right, true));
        var on = string.Join(" AND ", Enumerable.Range(0, rel.Keys.Count).Select(i =>
            rel.Keys[i].Left.Type == KqlType.String ? $"l.k{i} = r.k{i}" : $"l.k{i} IS NOT DISTINCT FROM r.k{i}"));
        var outputs = Piece.List(rel.Outputs.Select(o => new SelectItem($"{(o.FromRight ? "r" : "l")}.{o.Source.Sql} AS {o.Output.Sql}", o.Output.Sql)));
        var sides = rel.Kind switch
        {
            JoinKind.InnerUnique => $"(SELECT DISTINCT ON ({string.Join(", ", Enumerable.Range(0, rel.Keys.Count).Select(i => $"k{i}"))}) * FROM {left}{Emitter.OrderBy(rel.Left.Ordering.Keys)}) AS l JOIN {right} AS r ON {on}",
            JoinKind.Inner => $"{left} AS l JOIN {right} AS r ON {on}",
            JoinKind.LeftOuter => $"{left} AS l LEFT JOIN {right} AS r ON {on}",
            JoinKind.RightOuter => $"{left} AS l RIGHT JOIN {right} AS r ON {on}",
            JoinKind.FullOuter => $"{left} AS l FULL JOIN {right} AS r ON {on}",
            JoinKind.LeftSemi => $"{left} AS l SEMI JOIN {right} AS r ON {on}",
            JoinKind.LeftAnti => $"{left} AS l ANTI JOIN {right} AS r ON {on}",
            JoinKind.RightSemi => $"{right} AS r SEMI JOIN {left} AS l ON {on}",
            _ => $"{right} AS r ANTI JOIN {left} AS l ON {on}",
        };
        return ["SELECT ", outputs, $" FROM {sides}"];
    }

    /// <summary>One side with its keys as k0, k1, ...; timestamps stay as they are when both sides have them.</summary>
    private string Side(JoinRel rel, Rel side, bool isRight)
    {
        var keys = rel.Keys.Select((key, i) =>
        {
            var (mine, other) = isRight ? (key.Right, key.Left) : (key.Left, key.Right);
            var sql = mine.Type == KqlType.DateTime && _emitter.Timestamp(mine) is { } moment && _emitter.Timestamp(other) is not null ? moment : _emitter.Sql(mine);
            return $"{(mine.Type == KqlType.Real ? $"({sql} + 0.0::DOUBLE)" : sql)} AS k{i}";
        });
        return $"(SELECT *, {string.Join(", ", keys)} FROM {Input(side)})";
    }
}
