using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>Writes a simulated floor somewhere: <c>simulate --to file|-|kafka</c>.</summary>
public sealed class SimulateToWriter(SimulatorOptions options, TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <summary>Writes until the request is fulfilled or cancelled; flushes at every tick.</summary>
    /// <exception cref="ArgumentException">The request is not valid; the message has all errors.</exception>
    /// <exception cref="IOException">The output is full or gone.</exception>
    public async Task<SimulateResult> RunAsync(ISimulatedOutput output, SimulateRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
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
        var simulation = new FloorSimulation(options, FloorPlan.Create(options), start);
        var until = start;
        DateTime? scenarioAt = request.Scenario is null ? null : start + request.ScenarioAfter;
        ScenarioOutcome? outcome = null;
        using var timer = new PeriodicTimer(options.Tick, time);
        while (!output.IsComplete && until < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            until = request.AtMaxSpeed ? until + Step : start + (time.GetUtcNow().UtcDateTime - origin);
            until = until < end ? until : end;
            if (scenarioAt is { } moment && moment <= until)
            {
                scenarioAt = null;
                await AdvanceAsync(moment);
                outcome = output.IsComplete ? null : simulation.Run(request.Scenario!, request.Target);
            }

            await AdvanceAsync(until);

            if (!request.AtMaxSpeed)
            {
                await output.FlushAsync(cancellationToken);
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }

        await output.FlushAsync(cancellationToken);
        return new SimulateResult(output.Written, simulation.Now, time.GetElapsedTime(began)) { Scenario = outcome };

        async Task AdvanceAsync(DateTime moment)
        {
            while (!simulation.Advance(moment, output) && !output.IsComplete)
            {
                await output.FlushAsync(cancellationToken);
            }
        }
    }
}
