namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>Writes a simulated floor as NDJSON: <c>simulate --to file|-</c>.</summary>
public sealed class SimulateToWriter(SimulatorOptions options, TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <summary>Writes until the request is fulfilled or cancelled; flushes at every tick.</summary>
    /// <exception cref="ArgumentException">The request is not valid; the message has all errors.</exception>
    /// <exception cref="IOException">The output is full or gone.</exception>
    public async Task<SimulateResult> RunAsync(NdjsonOutput output, SimulateRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var errors = request.Validate();
        if (errors.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, errors), nameof(request));
        }

        var began = time.GetTimestamp();
        var origin = time.GetUtcNow().UtcDateTime;
        var start = request.Start ?? origin;
        var end = request.Duration is { } duration ? start + duration : DateTime.MaxValue;
        var simulation = new FloorSimulation(options, FloorPlan.Create(options.Machines, options.Seed), start);
        var stage = new NdjsonStage(output, request.Count ?? long.MaxValue);
        var until = start;
        using var timer = new PeriodicTimer(options.Tick, time);
        while (!stage.IsComplete && until < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            until = request.AtMaxSpeed ? until + Step : start + (time.GetUtcNow().UtcDateTime - origin);
            until = until < end ? until : end;
            while (!simulation.Advance(until, stage) && !stage.IsComplete)
            {
                await stage.FlushAsync(cancellationToken);
            }

            if (!request.AtMaxSpeed)
            {
                await stage.FlushAsync(cancellationToken);
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }

        await stage.FlushAsync(cancellationToken);
        return new SimulateResult(stage.Written, simulation.Now, time.GetElapsedTime(began));
    }
}
