using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

/// <content>One statement for several tables.</content>
internal sealed partial class Translator
{
    /// <summary>In a statement for several tables: the number of the table and the row's place in it.</summary>
    public const int ColumnsAhead = 2;

    /// <summary>
    /// A statement to be run for the tables of one operator: only so do they see the same rows, even of what is random or grows meanwhile.
    /// Its rows have the columns of all the tables side by side, null but for those of their own.
    /// </summary>
    /// <param name="rels">The plans.</param>
    /// <param name="wrapsOverflow">Whether whole numbers wrap, which costs time.</param>
    /// <param name="maxRows">The most rows of a table that are asked for, and one more.</param>
    public static Translation Translate(IReadOnlyList<Rel> rels, bool wrapsOverflow, int maxRows)
    {
        if (rels is [var single])
        {
            return Translate(Shortened(single, new BoundLiteral(maxRows + 1L, KqlType.Long, default)) ?? single, wrapsOverflow, isNested: true);
        }

        var translator = new Translator(wrapsOverflow);
        List<Column> all = [.. rels.SelectMany(rel => rel.Columns)];
        var parts = new List<string>();
        var start = 0;
        foreach (var rel in rels)
        {
            var source = translator.Input(rel);
            var end = start + rel.Columns.Count;
            var values = string.Concat(all.Select((c, i) => $", {(i >= start && i < end ? translator.Shown(c) : "NULL")} AS r{i}"));
            var order = Emitter.OrderBy(rel.Ordering.Keys);
            var place = order.Length == 0 ? "0" : $"row_number() OVER ({order})";
            parts.Add($"(SELECT {parts.Count} AS part, {place} AS place{values} FROM {source}{order} LIMIT {maxRows + 1L})");
            start = end;
        }

        return translator.Finish($"SELECT * FROM ({string.Join(" UNION ALL ", parts)}) ORDER BY part, place", all, isNested: true);
    }
}
