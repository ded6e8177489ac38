using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Web.Layouts;

/// <summary>A draft that is to be saved.</summary>
public sealed record LayoutOrder
{
    /// <summary>The version that the draft began with; null where none was saved.</summary>
    public required string? BaseId { get; init; }

    /// <summary>The places of all machines.</summary>
    public required IReadOnlyList<LayoutPlace> Places { get; init; }

    /// <summary>The picture under them; null for none.</summary>
    public LayoutBackground? Background { get; init; }

    /// <summary>From when on the floor stands so, UTC; a moment to come plans it; null is now.</summary>
    public DateTime? EffectiveAt { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who saves it.</summary>
    public string SavedBy { get; init; } = "";

    /// <summary>Why.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>What became of a draft.</summary>
public abstract record LayoutOutcome
{
    private LayoutOutcome()
    {
    }

    /// <summary>It was saved.</summary>
    /// <param name="Layout">The new version.</param>
    public sealed record Saved(SavedLayout Layout) : LayoutOutcome;

    /// <summary>Somebody saved another version meanwhile; nothing was stored.</summary>
    /// <param name="Newest">That version.</param>
    public sealed record Changed(SavedLayout Newest) : LayoutOutcome;

    /// <summary>It cannot be saved; nothing was stored, or the reason says that this is not known.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record Refused(string Reason) : LayoutOutcome;
}
