namespace CasinoFloor.Engine.Layouts;

/// <summary>A machine's place before and after an edit.</summary>
/// <param name="Index">The machine's index in the document.</param>
/// <param name="Before">Before.</param>
/// <param name="After">After.</param>
public readonly record struct PlaceChange(int Index, LayoutPlace Before, LayoutPlace After);

/// <summary>One step that can be undone.</summary>
/// <param name="Title">What it did, as the user reads it: "Move 12 machines".</param>
/// <param name="Changes">The machines it changed.</param>
public sealed record LayoutEdit(string Title, IReadOnlyList<PlaceChange> Changes)
{
    /// <summary>The picture before and after; null where the edit does not concern it.</summary>
    public (LayoutBackground? Before, LayoutBackground? After)? Background { get; init; }

    /// <summary>Steps of one kind that follow each other, such as presses of an arrow key, become one; empty for those that stay apart.</summary>
    public string Run { get; init; } = "";

    /// <summary>Whether it changes nothing.</summary>
    public bool IsEmpty => Changes.Count == 0 && (Background is null || Background.Value.Before == Background.Value.After);

    /// <summary>This step and one that follows it as one; null where they stay apart.</summary>
    internal LayoutEdit? JoinedWith(LayoutEdit next) =>
        Run.Length > 0 && Run == next.Run && Changes.Select(change => change.Index).SequenceEqual(next.Changes.Select(change => change.Index))
            ? this with { Changes = [.. Changes.Zip(next.Changes, (first, second) => first with { After = second.After })] }
            : null;
}
