using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Panels;

/// <summary>A list as it is now, by what the viewer has of it.</summary>
/// <param name="Note">Beside the title.</param>
/// <param name="Rows">
/// In order: the position that a row had, the markup of a new row, or both for a row that is the same but was written anew. Null before the first event.
/// </param>
internal sealed record ListMessage(string Note, IReadOnlyList<object>? Rows)
{
    /// <summary>What leads from one list to another.</summary>
    public static ListMessage Between<T>(IReadOnlyList<T>? shown, IReadOnlyList<T>? now, string note, Func<T, string> id, Func<T, MarkupString> markup)
        where T : class, IEquatable<T>
    {
        var had = (shown ?? []).Select((entry, position) => (entry, position)).ToDictionary(pair => id(pair.entry), pair => pair.position);
        return new ListMessage(note, now?.Select(Row).ToArray());

        object Row(T entry) =>
            !had.TryGetValue(id(entry), out var position) ? markup(entry).Value
            : shown![position].Equals(entry) ? position
            : new object[] { position, markup(entry).Value };
    }
}
