using System.Collections.Concurrent;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Live;

/// <summary>
/// The floor at one tick: immutable, shared by every viewer. Frames are encoded by the first viewer that needs them, off the
/// engine's task, and kept for the others.
/// </summary>
public sealed class FloorPicture
{
    private readonly ConcurrentDictionary<uint, Lazy<FloorFrame>> _frames = new();
    private readonly Lazy<FloorFrame> _snapshot;

    internal FloorPicture(uint sequence, FloorLayout layout, ReadOnlyMemory<MachineCell> cells, FloorSummary summary, DateTime takenAt)
    {
        Sequence = sequence;
        Layout = layout;
        Cells = cells;
        Summary = summary;
        TakenAt = takenAt;
        _snapshot = new(() => FrameCodec.Snapshot(this));
    }

    /// <summary>Rises by one with every tick, from 1.</summary>
    public uint Sequence { get; }

    /// <summary>The machines and where they stand.</summary>
    public FloorLayout Layout { get; }

    /// <summary>The machines' states, by index.</summary>
    public ReadOnlyMemory<MachineCell> Cells { get; }

    /// <summary>Figures and lists.</summary>
    public FloorSummary Summary { get; }

    /// <summary>The summary; null before the first event: then there is nothing to show, not zeroes.</summary>
    public FloorSummary? Known => Summary.NewestEvent is null ? null : Summary;

    /// <summary>The wall clock of the tick, UTC.</summary>
    public DateTime TakenAt { get; }

    /// <summary>The frame with every machine.</summary>
    public FloorFrame Snapshot => _snapshot.Value;

    /// <summary>
    /// The frame that leads from an older picture to this one: a delta, however many ticks lie between, or the snapshot where
    /// the layout differs or a delta would be longer.
    /// </summary>
    public FloorFrame FrameSince(FloorPicture? shown)
    {
        if (shown is null || !Layout.IsDrawnAs(shown.Layout))
            return Snapshot;

        return _frames.GetOrAdd(
            shown.Sequence,
            static (_, pair) => new Lazy<FloorFrame>(() => FrameCodec.Delta(pair.shown, pair.now) ?? pair.now.Snapshot),
            (shown, now: this)).Value;
    }
}
