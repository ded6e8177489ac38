using System.Text.Json;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>
/// Closed machine-minutes that late events made wrong, until they are computed anew. Bounded: what no longer fits is counted. Noted by one task while another one
/// takes them.
/// </summary>
internal sealed class StaleWindows
{
    private const int Most = 100_000;
    private const int MostAtOnce = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<StaleWindow, DateTimeOffset> _waiting = [];
    private long _dropped;

    /// <summary>Machine-minutes that did not fit and stay wrong until somebody computes them.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Notes those of the batches.</summary>
    public void Note(IReadOnlyList<EventBatch> batches, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var stale in batches.SelectMany(batch => batch.StaleWindows))
            {
                if (_waiting.Count < Most || _waiting.ContainsKey(stale))
                {
                    // A further late event starts the wait anew.
                    _waiting[stale] = now;
                }
                else
                {
                    Interlocked.Increment(ref _dropped);
                }
            }
        }
    }

    /// <summary>Some of those noted before a moment, when it was noted; empty when none is that old.</summary>
    public IReadOnlyList<KeyValuePair<StaleWindow, DateTimeOffset>> NotedBefore(DateTimeOffset moment)
    {
        lock (_gate)
        {
            return [.. _waiting.Where(window => window.Value < moment).Take(MostAtOnce)];
        }
    }

    /// <summary>These have been computed; one that was noted again meanwhile goes on waiting.</summary>
    public void Done(IReadOnlyList<KeyValuePair<StaleWindow, DateTimeOffset>> windows)
    {
        lock (_gate)
        {
            foreach (var (window, noted) in windows)
            {
                if (_waiting.TryGetValue(window, out var last) && last == noted)
                {
                    _waiting.Remove(window);
                }
            }
        }
    }

    /// <summary>Machine-minutes as a dynamic value for a query.</summary>
    public static string ToDynamic(IEnumerable<StaleWindow> windows) => "dynamic(" + JsonSerializer.Serialize(windows.Select(window => new Dictionary<string, object>
    {
        ["machine_id"] = window.MachineId,
        ["window_start"] = new DateTime(window.WindowStart, DateTimeKind.Utc),
    })) + ")";
}
