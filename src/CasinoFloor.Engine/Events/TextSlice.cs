namespace CasinoFloor.Engine.Events;

/// <summary>
/// A piece of UTF-8 text inside <see cref="EventBatch.Buffer"/>. Keeping slices instead of strings is what lets the hot
/// path run without allocating; a slice is valid only while its batch is.
/// </summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="Length">Length in bytes; 0 is "not given".</param>
public readonly record struct TextSlice(int Start, int Length)
{
    /// <summary>Whether the field was absent, null or empty.</summary>
    public bool IsEmpty => Length == 0;
}
