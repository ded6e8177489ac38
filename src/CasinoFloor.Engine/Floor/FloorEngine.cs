using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Floor;

/// <summary>
/// Owns the state of the whole floor. Not thread-safe: one task calls it, so it needs no locks. What it finds and closes is
/// put into the batch it was working on and is stored together with that batch's rows.
/// </summary>
public abstract class FloorEngineContract : IFloorState
{
    /// <inheritdoc />
    public abstract int LayoutVersion { get; }

    /// <inheritdoc />
    public abstract IReadOnlyList<MachineInfo> Infos { get; }

    /// <inheritdoc />
    public abstract ReadOnlySpan<MachineView> Views { get; }

    /// <inheritdoc />
    public abstract FloorSummary Summary { get; }

    /// <inheritdoc />
    public abstract MachineDetail? Detail(int index);

    /// <summary>Makes machines known before their first event, or moves them.</summary>
    public abstract void Place(IEnumerable<MachineLocation> machines);

    /// <summary>Takes over what was stored before a restart: findings not to be raised again, and closed windows.</summary>
    public abstract void Restore(IReadOnlyList<Finding> findings, IReadOnlyList<ActivityWindow> windows);

    /// <summary>Judges and counts the events of a decoded batch; sets outcomes, windows and findings on it.</summary>
    public abstract void Apply(EventBatch batch, DateTime now);

    /// <summary>Lets time pass: closes windows, finds silent machines. Results go into <paramref name="output"/>, an otherwise empty batch.</summary>
    public abstract void Advance(DateTime now, EventBatch output);

    /// <summary>The source has ended: closes every open window.</summary>
    public abstract void Complete(DateTime now, EventBatch output);

    /// <summary>Brings <see cref="Views"/> and <see cref="Summary"/> up to date.</summary>
    public abstract void Capture(DateTime now);
}
