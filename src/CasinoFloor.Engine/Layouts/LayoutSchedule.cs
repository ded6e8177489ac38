namespace CasinoFloor.Engine.Layouts;

/// <summary>
/// Which layout holds when. At any moment it is the newest version that has begun; so a version replaces those planned before it for a later moment than its own.
/// The view <c>machine_places(at)</c> says the same of stored rows.
/// </summary>
/// <param name="Valid">What holds; null before the first.</param>
/// <param name="Next">What will replace it; null where nothing is planned.</param>
public readonly record struct LayoutSchedule(LayoutVersion? Valid, LayoutVersion? Next)
{
    /// <summary>What holds at a moment, and what follows.</summary>
    /// <param name="versions">All versions, newest first.</param>
    /// <param name="at">The moment, UTC.</param>
    public static LayoutSchedule At(IReadOnlyList<LayoutVersion> versions, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(versions);
        LayoutVersion? next = null;
        foreach (var version in versions)
        {
            if (version.EffectiveAt <= at)
                return new LayoutSchedule(version, next);

            if (next is null || version.EffectiveAt < next.EffectiveAt)
                next = version;
        }

        return new LayoutSchedule(null, next);
    }
}
