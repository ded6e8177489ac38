using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Training;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>Scenarios for demonstrations and trainings; only for the simulated floor, and only for who sits at its computer.</summary>
public sealed partial class Demo : IDisposable
{
    // A list of ten thousand is no help, and every viewer of the page would carry it.
    private const int MostSuggestions = 200;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<ScenarioOrder> _orders = [];

    [Inject]
    private IScenarioDesk Desk { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [CascadingParameter(Name = "Local")]
    private bool IsLocal { get; set; }

    private string? Closed => Desk.ClosedBecause ?? (IsLocal ? null : TrainingExtensions.Elsewhere);

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _orders = [.. Desk.Scenarios.Select(scenario => new ScenarioOrder(scenario, Desk.Targets))];

    private async Task RunAsync(ScenarioOrder order)
    {
        if (Closed is not null || order.IsRunning)
            return;

        order.IsRunning = true;
        order.Outcome = await Desk.RunAsync(order.Scenario.Name, order.Target, _left.Token);
        order.At = Time.GetUtcNow();
        order.IsRunning = false;
    }
}
