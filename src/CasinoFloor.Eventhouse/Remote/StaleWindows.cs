using System.Text.Json;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>Closed machine-minutes that late events made wrong, until they are computed anew. Bounded: what no longer fits is counted.</summary>
internal sealed class StaleWindows
{
    private const int Most = 100_000;
    private const int MostAtOnce = 1000;

    private readonly HashSet<(string MachineId, long WindowStart)> _waiting = [];

    /// <summary>Machine-minutes that wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Machine-minutes that did not fit and stay wrong until somebody computes them.</summary>
    public long Dropped { get; private set; }

    /// <summary>Notes those of the batches.</summary>
    public void Note(IReadOnlyList<EventBatch> batches)
    {
        foreach (var stale in batches.SelectMany(batch => batch.StaleWindows))
        {
            if (_waiting.Count < Most)
            {
                _waiting.Add((stale.MachineId, stale.WindowStart));
            }
            else
            {
                Dropped++;
            }
        }
    }

    /// <summary>Some of them, as a dynamic value for a query; null when none waits.</summary>
    public string? Next(out IReadOnlyList<(string MachineId, long WindowStart)> taken)
    {
        taken = [.. _waiting.Take(MostAtOnce)];
        return taken.Count == 0 ? null : "dynamic(" + JsonSerializer.Serialize(taken.Select(window => new Dictionary<string, object>
        {
            ["machine_id"] = window.MachineId,
            ["window_start"] = new DateTime(window.WindowStart, DateTimeKind.Utc),
        })) + ")";
    }

    /// <summary>These have been computed.</summary>
    public void Done(IReadOnlyList<(string MachineId, long WindowStart)> taken) => _waiting.ExceptWith(taken);
}
