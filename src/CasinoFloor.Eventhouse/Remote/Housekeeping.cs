using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Remote.Http;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>
/// What is done beside the writing, while the Eventhouse takes rows: machine-minutes that late events made wrong are computed anew by the Eventhouse from its rows, and machines
/// that could not be stored at the start are stored.
/// </summary>
internal sealed class Housekeeping(RemoteParts parts, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    // Streamed rows can be asked for within seconds, queued ones within minutes; computed too early a correction would miss the very event it is for.
    private static readonly TimeSpan StreamedSettle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan QueuedSettle = TimeSpan.FromMinutes(15);

    private readonly StaleWindows _stale = new();
    private IReadOnlyCollection<MachineLocation>? _machines;
    private long? _lastRun;

    /// <summary>Machine-minutes that stay wrong because too many waited.</summary>
    public long Dropped => _stale.Dropped;

    /// <summary>Notes what the batches made wrong.</summary>
    public void Note(IReadOnlyList<EventBatch> batches) => _stale.Note(batches, parts.Time.GetUtcNow());

    /// <summary>Keeps machines until they can be stored.</summary>
    public void Keep(IReadOnlyCollection<MachineLocation> machines) => _machines = machines;

    /// <summary>Whether it is time to run.</summary>
    public bool IsDue => _lastRun is not { } last || parts.Time.GetElapsedTime(last) >= Interval;

    /// <summary>Does what there is to do; what fails is tried again at the next run.</summary>
    /// <param name="store">Stores machine-minutes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<IReadOnlyList<ActivityWindow>, CancellationToken, Task> store, CancellationToken cancellationToken)
    {
        _lastRun = parts.Time.GetTimestamp();
        if (_machines is { } machines)
        {
            if (await SaveAsync(machines, cancellationToken) is { } failure)
            {
                RemoteLog.MachinesFailed(logger, failure.Error.Message);
                return;
            }

            _machines = null;
        }

        await CorrectAsync(store, cancellationToken);
    }

    /// <summary>Stores machines, by id beside those that are there.</summary>
    public async Task<KustoFailure?> SaveAsync(IReadOnlyCollection<MachineLocation> machines, CancellationToken cancellationToken)
    {
        var (all, failure) = await parts.Recovery.MachinesAsync(cancellationToken);
        if (all is null)
        {
            return failure;
        }

        var stored = all.ToDictionary(machine => machine.MachineId, StringComparer.Ordinal);
        if (machines.All(machine => stored.TryGetValue(machine.MachineId, out var known) && known == machine))
        {
            return null;
        }

        foreach (var machine in machines)
        {
            stored[machine.MachineId] = machine;
        }

        foreach (var command in MachineTable.Replace(stored.Values))
        {
            (var result, failure) = await parts.Client.CommandAsync(command, cancellationToken);
            if (failure is not null)
            {
                return failure;
            }

            if (result!.Error is { } error)
            {
                return new KustoFailure(new SendOutcome(System.Net.HttpStatusCode.OK, IsPermanent: true), error);
            }
        }

        return null;
    }

    private async Task CorrectAsync(Func<IReadOnlyList<ActivityWindow>, CancellationToken, Task> store, CancellationToken cancellationToken)
    {
        var settle = parts.Ingestor.QueuedAgo < QueuedSettle ? QueuedSettle : StreamedSettle;
        var windows = _stale.NotedBefore(parts.Time.GetUtcNow() - settle);
        if (windows.Count == 0)
        {
            return;
        }

        var (revised, failure) = await parts.Recovery.RevisedAsync(StaleWindows.ToDynamic(windows.Select(window => window.Key)), cancellationToken);
        if (revised is null)
        {
            RemoteLog.CorrectionsFailed(logger, failure!.Error.Message);
            return;
        }

        await store(revised, cancellationToken);
        _stale.Done(windows);
    }
}
