using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse;

namespace CasinoFloor.Web.Pipeline;

/// <summary>Rebuilds the engine's state from the Eventhouse at a start: state is a cache of what is stored.</summary>
public sealed class Recovery(
    IEventhouse eventhouse, FloorEngine engine, PipelineOptions options, TimeProvider time, ILogger<Recovery> logger, IFloorLayouts? layouts = null)
{
    // Locks and open conditions outlive the events that the engine replays.
    private static readonly TimeSpan FindingsBack = TimeSpan.FromHours(24);

    // A door that was opened hours ago is open still, and so with cards and lamps.
    private static readonly TimeSpan SignalsBack = TimeSpan.FromHours(24);

    // A machine reports its meters every few minutes: nearly always the last hour has them all. After a short run, or for a machine that is new, it is looked further back.
    private static readonly TimeSpan[] MetersBack = [TimeSpan.FromHours(1), TimeSpan.FromDays(1)];

    /// <summary>Loads machines, findings and windows, and applies the stored events of the recovery period.</summary>
    /// <param name="machines">Machines that the source knows; stored and placed as well.</param>
    /// <param name="cancellationToken">Ends the recovery.</param>
    /// <returns>How the floor stood when it was stored last; null when nothing is stored.</returns>
    public async Task<FloorPast?> RunAsync(IReadOnlyCollection<MachineLocation> machines, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var now = time.GetUtcNow().UtcDateTime;
        if (machines.Count > 0)
        {
            await eventhouse.SaveMachinesAsync(machines, cancellationToken);
        }

        engine.Place(await eventhouse.LoadMachinesAsync(cancellationToken));
        if (layouts is not null && await layouts.LoadAsync(cancellationToken) is { } layout)
        {
            engine.Arrange(layout.Places);
        }

        // A floor that was off for a day continues from its last hour, not from an empty one.
        var newest = await eventhouse.NewestEventAsync(cancellationToken);
        if (newest is null)
        {
            return null;
        }

        var from = newest < now ? newest.Value : now;
        var since = from - options.Recovery;
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var findings = await eventhouse.LoadFindingsAsync(from - FindingsBack, name => unknown.Add(name), cancellationToken);
        if (unknown.Count > 0)
        {
            PipelineLog.UnknownFindings(logger, string.Join(", ", unknown));
        }

        var windows = await eventhouse.LoadWindowsAsync(since, cancellationToken);
        engine.Restore(findings, windows, await eventhouse.LoadSignalsAsync(from - SignalsBack, since, cancellationToken));

        long events = 0;
        foreach (var stream in EventStreams.All.ToArray())
        {
            await eventhouse.RecoverAsync(stream, since, Apply, cancellationToken);
        }

        // A feed may tell an event again hours later, or one of hours ago twice: what was stored last counts, whatever its time.
        await eventhouse.RecoverIdentitiesAsync(engine.IdentitiesRemembered, engine.Remember, cancellationToken);

        var meters = await MetersAsync(machines, from, cancellationToken);
        PipelineLog.Recovered(logger, events, since, findings.Count, windows.Count, time.GetElapsedTime(started));
        return new FloorPast(newest.Value) { Unsettled = engine.Unsettled(), Meters = meters };

        void Apply(EventBatch batch)
        {
            events += batch.MessageCount;
            engine.Apply(batch, now);
        }
    }

    // Of machines that the source knows: others keep their own.
    private async Task<IReadOnlyList<MachineMeters>> MetersAsync(IReadOnlyCollection<MachineLocation> machines, DateTime newest, CancellationToken cancellationToken)
    {
        List<MachineMeters> meters = [];
        var missing = machines.Select(machine => machine.MachineId).ToHashSet(StringComparer.Ordinal);
        var until = DateTime.MaxValue;
        foreach (var since in MetersBack.Select(back => newest - back).Append(DateTime.UnixEpoch).TakeWhile(_ => missing.Count > 0))
        {
            meters.AddRange(await eventhouse.LoadMetersAsync(since, until, cancellationToken));
            missing.ExceptWith(meters.Select(machine => machine.MachineId));
            until = since;
        }

        return meters;
    }
}
