using System.Globalization;
using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Output;
using CasinoFloor.Web.Sources.Simulator.Scenarios;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// Events from a simulated floor in real time, for demonstrations and tests: a thin loop round <see cref="FloorSimulation"/>.
/// One partition for each stream, called <c>simulator:SEED-START</c>.
/// </summary>
public sealed class SimulatorSource : IEventSource
{
    /// <summary>The dialect of the simulator's events.</summary>
    public const string Dialect = "default";

    /// <summary>Longer gaps (the computer slept, the pipeline stood still) are not made up for.</summary>
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromMinutes(2);

    private readonly SimulatorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SimulatorSource> _logger;
    private readonly FloorPlan _plan;
    private volatile string _state = "starting";
    private long _read;

    /// <summary>Plans the floor; nothing happens before <see cref="RunAsync"/>.</summary>
    /// <exception cref="ArgumentException">The settings are not valid; the message has all errors.</exception>
    public SimulatorSource(SimulatorOptions options, TimeProvider time, ILogger<SimulatorSource>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = options.Validate();
        if (errors.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, errors), nameof(options));
        }

        _options = options;
        _time = time;
        _logger = logger ?? NullLogger<SimulatorSource>.Instance;
        _plan = FloorPlan.Create(options);
        Desk = new ScenarioDesk(_plan, time);
        Machines = [.. _plan.Machines.Select(machine => machine.Location)];
    }

    /// <inheritdoc />
    public string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"simulator: {_options.Machines:N0} machines, {_options.TableCount:N0} tables, seed {_options.Seed}, speed {_options.Speed:0.##}x");

    /// <inheritdoc />
    public SourceStatus Status => new() { State = _state, Read = Interlocked.Read(ref _read) };

    /// <inheritdoc />
    public IReadOnlyList<MachineLocation> Machines { get; }

    /// <summary>Where scenarios are ordered.</summary>
    public ScenarioDesk Desk { get; }

    /// <summary>The floor's walls, aisles, pits and the like.</summary>
    public FloorDrawing Drawing => _plan.Drawing;

    /// <inheritdoc />
    public async Task RunAsync(IBatchSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var start = StartOf(sink.Past?.Newest);
        var simulation = new FloorSimulation(_options, _plan, start, sink.Past);
        var name = string.Create(CultureInfo.InvariantCulture, $"simulator:{_options.Seed}-{start:yyyyMMdd'T'HHmmss.fffffff}");
        SourcePartition[] partitions = [.. EventStreams.All.ToArray().Select(stream => sink.Register(stream, name, 0))];
        long[] nextOffsets = [.. partitions.Select(partition => sink.NextOffset(partition) ?? 0)];
        var stage = new MessageStage();
        SimulatorLog.Running(_logger, _options.Machines, name, _options.Backfill);
        _state = "running";
        using var timer = new PeriodicTimer(_options.Tick, _time);
        do
        {
            SkipLongGap(simulation);
            Desk.Serve(simulation);
            while (!simulation.Advance(_time.GetUtcNow().UtcDateTime, stage))
            {
                await FlushAsync();
            }

            await FlushAsync();
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));

        async Task FlushAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            Interlocked.Add(ref _read, await stage.FlushAsync(sink, partitions, nextOffsets, _time.GetUtcNow().UtcTicks, cancellationToken));
        }
    }

    /// <inheritdoc />
    public void OnStored(SourcePartition partition, long nextOffset)
    {
        // Nothing to commit: the next start simulates another day, which goes on from where this one has left the floor.
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // After a restart the past that is stored already is not simulated a second time.
    private DateTime StartOf(DateTime? newestStored)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var start = now - _options.Backfill;
        return newestStored is { } newest && newest > start ? (newest < now ? newest : now) : start;
    }

    private void SkipLongGap(FloorSimulation simulation)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var gap = now - simulation.Now;
        if (Interlocked.Read(ref _read) > 0 && gap > LongestCatchUp)
        {
            SimulatorLog.Skipped(_logger, gap);
            simulation.ResumeAt(now);
        }
    }
}
