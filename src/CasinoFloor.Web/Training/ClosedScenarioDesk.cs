namespace CasinoFloor.Web.Training;

/// <summary>The desk of a floor that is not simulated: closed.</summary>
public sealed class ClosedScenarioDesk : IScenarioDesk
{
    /// <inheritdoc />
    public string ClosedBecause => "The floor's events are real or recorded: scenarios exist on the simulated floor only (--source simulator).";

    /// <inheritdoc />
    public IReadOnlyList<Scenario> Scenarios => [];

    /// <inheritdoc />
    public ScenarioTargets Targets => ScenarioTargets.None;

    /// <inheritdoc />
    public Task<ScenarioOutcome> RunAsync(string name, ScenarioTarget target, CancellationToken cancellationToken) =>
        Task.FromResult(ScenarioOutcome.Refused(ClosedBecause));
}
