using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Live;

/// <summary>
/// Where the engine's task and the viewers' tasks meet. A tick takes one immutable picture and returns; who looks at it,
/// how many and how slowly, is no concern of the engine's.
/// </summary>
public sealed class FloorFeed : IFloorObserver
{
    private readonly TimeProvider _time;
    private readonly FloorLiveOptions _options;
    private readonly DetailDesk _details;
    private readonly IFloorBackground? _background;
    private volatile FloorPicture? _latest;
    private volatile TaskCompletionSource _next = NewSignal();
    private long _layoutTakenAt;
    private int _viewers;

    /// <summary>Creates one.</summary>
    public FloorFeed(TimeProvider time, IOptions<FloorLiveOptions> options, IFloorBackground? background = null)
    {
        _time = time;
        _background = background;
        _options = options.Value;
        _details = new DetailDesk(_options.DetailQueue, _options.DetailsPerTick);
    }

    /// <summary>The newest picture; null before the first tick.</summary>
    public FloorPicture? Latest => _latest;

    /// <summary>How many viewers there are.</summary>
    public int Viewers => Volatile.Read(ref _viewers);

    /// <summary>Counts of the requests for details.</summary>
    public DetailCounts Details => _details.Counts;

    /// <summary>Completes, on a pool thread, when a newer picture than the one that was latest at the time of reading is there.</summary>
    internal Task NextPicture => _next.Task;

    /// <summary>A new viewer; its first update is layout and snapshot.</summary>
    public FloorViewer Watch()
    {
        Interlocked.Increment(ref _viewers);
        return new FloorViewer(this);
    }

    /// <summary>
    /// A machine's figures, read on the engine's task at the next tick. Null when no machine has the index, or when too many
    /// requests wait already (counted in <see cref="Details"/>).
    /// </summary>
    public Task<MachineDetail?> RequestDetailAsync(int index, CancellationToken cancellationToken = default) =>
        _details.RequestAsync(index, cancellationToken);

    /// <inheritdoc />
    public void OnTick(IFloorState floor)
    {
        var previous = _latest;
        var layout = LayoutOf(floor, previous?.Layout);
        _latest = new FloorPicture(
            unchecked((previous?.Sequence ?? 0) + 1),
            layout,
            CellsOf(floor, layout, previous),
            floor.Summary,
            _time.GetUtcNow().UtcDateTime);

        // Completing the signal runs through all waiters: not on the engine's task.
        var signal = _next;
        _next = NewSignal();
        ThreadPool.UnsafeQueueUserWorkItem(static s => s.TrySetResult(), signal, preferLocal: false);

        _details.Answer(floor);
    }

    internal void Leave() => Interlocked.Decrement(ref _viewers);

    // A foreign feed makes machines known one by one; sending the whole layout at each of them would flood the viewers.
    // Until the new layout is taken, pictures show the machines of the old one: indexes never change their meaning.
    private FloorLayout LayoutOf(IFloorState floor, FloorLayout? current)
    {
        var background = _background?.Background;
        if (current is not null
            && ((current.Version == floor.LayoutVersion && current.Background == background)
                || (current.Count > 0 && _time.GetElapsedTime(_layoutTakenAt) < _options.LayoutInterval)))
        {
            return current;
        }

        _layoutTakenAt = _time.GetTimestamp();
        return new FloorLayout(floor.LayoutVersion, [.. floor.Infos.Take(floor.Views.Length)], current, background);
    }

    private static ReadOnlyMemory<MachineCell> CellsOf(IFloorState floor, FloorLayout layout, FloorPicture? previous)
    {
        var views = floor.Views;
        var cells = new MachineCell[layout.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = MachineCell.From(views[i]);
        }

        return previous is not null && previous.Cells.Span.SequenceEqual(cells) ? previous.Cells : cells;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
