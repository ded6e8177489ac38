using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Live.Viewers;

/// <summary>Who watches the map, at most <see cref="FloorLiveOptions.MaxViewers"/>, and what became of the others.</summary>
public sealed class ViewerBoard(TimeProvider time, IOptions<FloorLiveOptions> options)
{
    // A page reports every 10 seconds; what is older is of a tab that is not drawn.
    private static readonly TimeSpan ReportLife = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<object, Report> _reports = new();
    private int _connected;
    private long _refused;
    private long _stalled;
    private long _misfits;

    /// <summary>Browsers connected now.</summary>
    public int Connected => Volatile.Read(ref _connected);

    /// <summary>Connections refused since the start because too many were there.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Connections closed since the start because the browser did not confirm a frame within <see cref="FloorLiveOptions.FrameTimeout"/>.</summary>
    public long Stalled => Interlocked.Read(ref _stalled);

    /// <summary>Frames since the start that did not fit what the browser showed; each was followed by layout and snapshot.</summary>
    public long Misfits => Interlocked.Read(ref _misfits);

    /// <summary>What the browsers measured last; null while none did.</summary>
    public DrawnTimes? Drawn
    {
        get
        {
            var since = time.GetUtcNow() - ReportLife;
            Report[] reports = [.. _reports.Values.Where(report => report.At >= since)];
            return reports.Length == 0 ? null : new DrawnTimes(reports.Length, reports.Max(report => report.Median), reports.Max(report => report.P99));
        }
    }

    /// <summary>Counts one more; false when it must be refused.</summary>
    internal bool TryEnter()
    {
        if (Interlocked.Increment(ref _connected) <= options.Value.MaxViewers)
            return true;

        Interlocked.Decrement(ref _connected);
        Interlocked.Increment(ref _refused);
        return false;
    }

    /// <summary>Counts one less; only after <see cref="TryEnter"/> said yes.</summary>
    internal void Leave(object viewer)
    {
        _reports.TryRemove(viewer, out _);
        Interlocked.Decrement(ref _connected);
    }

    internal void Stall() => Interlocked.Increment(ref _stalled);

    internal void Misfit() => Interlocked.Increment(ref _misfits);

    internal void Take(object viewer, TimeSpan median, TimeSpan p99) => _reports[viewer] = new Report(time.GetUtcNow(), median, p99);

    private readonly record struct Report(DateTimeOffset At, TimeSpan Median, TimeSpan P99);
}
