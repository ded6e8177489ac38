using System.Collections.Concurrent;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Sources.Simulator.Scenarios;

/// <summary>
/// Orders from pages and the command line on their way to the one task that owns the simulation: bounded, and an order that nobody waits for any more
/// is not carried out.
/// </summary>
public sealed class ScenarioDesk : IScenarioDesk
{
    /// <summary>Orders that may wait.</summary>
    public const int Capacity = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentQueue<Order> _orders = new();
    private readonly TimeProvider _time;
    private int _waiting;

    /// <summary>Opens the desk of a floor.</summary>
    public ScenarioDesk(FloorPlan plan, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _time = time;
        var locations = plan.Machines.Select(machine => machine.Location).ToList();
        Targets = new ScenarioTargets(
            [.. locations.Select(location => location.FloorSection).Distinct()],
            [.. locations.Select(location => location.Bank).Distinct()],
            [.. locations.Select(location => location.MachineId)]);
    }

    /// <inheritdoc />
    public string? ClosedBecause => null;

    /// <inheritdoc />
    public IReadOnlyList<Scenario> Scenarios => ScenarioCatalog.All;

    /// <inheritdoc />
    public ScenarioTargets Targets { get; }

    /// <inheritdoc />
    public async Task<ScenarioOutcome> RunAsync(string name, ScenarioTarget target, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > Capacity)
        {
            Interlocked.Decrement(ref _waiting);
            return ScenarioOutcome.Refused($"{Capacity} scenarios are waiting already; try again in a moment.");
        }

        var order = new Order(name, target);
        _orders.Enqueue(order);
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await using var registration = either.Token.Register(() => order.Settle(
            ScenarioOutcome.Refused("The simulator is busy and did not take the scenario; nothing happened. Try again in a moment.")));
        return await order.Outcome;
    }

    /// <summary>Carries out what waits; called by the task that owns the simulation.</summary>
    internal void Serve(FloorSimulation simulation)
    {
        while (_orders.TryDequeue(out var order))
        {
            Interlocked.Decrement(ref _waiting);
            if (order.Take())
            {
                order.Complete(simulation.Run(order.Name, order.Target));
            }
        }
    }

    private sealed class Order(string name, ScenarioTarget target)
    {
        private readonly TaskCompletionSource<ScenarioOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _taken;

        public string Name => name;

        public ScenarioTarget Target => target;

        public Task<ScenarioOutcome> Outcome => _outcome.Task;

        public bool Take() => Interlocked.Exchange(ref _taken, 1) == 0;

        public void Complete(ScenarioOutcome outcome) => _outcome.SetResult(outcome);

        public void Settle(ScenarioOutcome outcome)
        {
            if (Take())
            {
                Complete(outcome);
            }
        }
    }
}
