namespace CasinoFloor.Kql.Translation;

/// <summary>An item of a SELECT.</summary>
/// <param name="Sql">Its text, with its alias.</param>
/// <param name="Column">The column that it makes; it is left out where nothing names that. Null keeps it always.</param>
internal readonly record struct SelectItem(string Sql, string? Column);

/// <summary>A piece of a common table expression: text, or a list of items of which only those are written whose columns something names.</summary>
internal sealed class Piece
{
    private readonly string _text;
    private readonly IReadOnlyList<SelectItem> _items;
    private readonly bool _follows;

    private Piece(string text, IReadOnlyList<SelectItem> items, bool follows) => (_text, _items, _follows) = (text, items, follows);

    public static implicit operator Piece(string text) => new(text, [], true);

    /// <summary>The whole list of a SELECT.</summary>
    public static Piece List(IEnumerable<SelectItem> items) => new("", [.. items], false);

    /// <summary>Items after others; nothing when none is needed.</summary>
    public static Piece More(IEnumerable<SelectItem> items) => new("", [.. items], true);

    /// <summary>Its text.</summary>
    /// <param name="named">The columns that the rest of the statement names.</param>
    public string Write(HashSet<string> named)
    {
        if (_text.Length > 0)
        {
            return _text;
        }

        var list = string.Join(", ", _items.Where(item => item.Column is null || named.Contains(item.Column)).Select(item => item.Sql));
        return _follows ? list.Length == 0 ? "" : ", " + list : list.Length == 0 ? "1 AS c0" : list;
    }
}
