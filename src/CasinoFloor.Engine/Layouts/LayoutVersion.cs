namespace CasinoFloor.Engine.Layouts;

/// <summary>A saved layout of the floor, without its places.</summary>
public sealed record LayoutVersion
{
    /// <summary>Its identity, never used twice.</summary>
    public required string Id { get; init; }

    /// <summary>Rises by one with each version, from 1. Two processes that save at once may give one number twice: then the one that was saved later is the newer.</summary>
    public required long Number { get; init; }

    /// <summary>From when on the floor stands so, UTC: see <see cref="LayoutSchedule"/>. Later than that of the version that held when it was saved; may be still to come.</summary>
    public required DateTime EffectiveAt { get; init; }

    /// <summary>When it was saved, UTC.</summary>
    public required DateTime SavedAt { get; init; }

    /// <summary>What it is called; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who saved it, as they said; may be empty.</summary>
    public string SavedBy { get; init; } = "";

    /// <summary>Why; may be empty.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The picture under the machines; null for none.</summary>
    public LayoutBackground? Background { get; init; }
}

/// <summary>A version of the layout with the places of all machines that were known when it was saved.</summary>
/// <param name="Version">The version.</param>
/// <param name="Places">By machine, each once; machines that stand nowhere are among them.</param>
public sealed record SavedLayout(LayoutVersion Version, IReadOnlyList<LayoutPlace> Places);

/// <summary>Where a picture lies under the machines, in the unit of their coordinates.</summary>
/// <param name="File">The stored file's name.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width; the height follows from the picture.</param>
public sealed record LayoutBackground(string File, double X, double Y, double Width);
