using System.Text.Json;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>Unsaved changes as the browser keeps them, so that a lost connection or a restart of the app loses none.</summary>
public sealed record LayoutDraft
{
    private const int LongestText = 200;

    /// <summary>The version that the draft began with; null where none was saved.</summary>
    public string? BaseId { get; init; }

    /// <summary>When it was kept, UTC.</summary>
    public DateTime KeptAt { get; init; }

    /// <summary>The machines that were changed, as they are in the draft.</summary>
    public required IReadOnlyList<LayoutPlace> Places { get; init; }

    /// <summary>The same machines as they were in the version that the draft began with; null in what was kept before this was.</summary>
    public IReadOnlyList<LayoutPlace>? BasePlaces { get; init; }

    /// <summary>Whether the picture was changed.</summary>
    public bool HasBackground { get; init; }

    /// <summary>The picture, where it was changed.</summary>
    public LayoutBackground? Background { get; init; }

    /// <summary>The picture in the version that the draft began with, where it was changed.</summary>
    public LayoutBackground? BaseBackground { get; init; }

    /// <summary>The changes of a session as text; empty where there are none.</summary>
    public static string Write(LayoutSession session, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(session);
        var document = session.Document;
        if (!document.IsChanged)
            return "";

        var hasBackground = document.Background != document.SavedBackground;
        return JsonSerializer.Serialize(
            new LayoutDraft
            {
                BaseId = session.Base?.Version.Id,
                KeptAt = now,
                Places = [.. document.Places.Where((place, i) => place != document.Saved[i])],
                BasePlaces = [.. document.Saved.Where((place, i) => place != document.Places[i])],
                HasBackground = hasBackground,
                Background = document.Background,
                BaseBackground = hasBackground ? document.SavedBackground : null,
            },
            JsonSerializerOptions.Web);
    }

    /// <summary>Reads what a browser has kept; null where that is nothing, or nothing of ours.</summary>
    public static LayoutDraft? Read(string text)
    {
        try
        {
            var draft = text.Length == 0 ? null : JsonSerializer.Deserialize<LayoutDraft>(text, JsonSerializerOptions.Web);
            return draft?.Places is { } places && AreSound(places) && AreSound(draft.BasePlaces ?? []) && IsSound(draft.Background) && IsSound(draft.BaseBackground) ? draft : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool AreSound(IReadOnlyList<LayoutPlace> places) =>
        places.All(IsSound) && places.DistinctBy(place => place.MachineId, StringComparer.Ordinal).Count() == places.Count;

    private static bool IsSound(LayoutBackground? background) => background is null or { File: not null };

    private static bool IsSound(LayoutPlace? place) =>
        place is { MachineId.Length: > 0 and <= LongestText, FloorSection.Length: <= LongestText, Bank.Length: <= LongestText }
        && (place.At is not { } at || LayoutPlace.IsWithin(at));
}
