namespace CasinoFloor.Web.Training;

/// <summary>Where a scenario is ordered for a demonstration or a training. Only a simulated floor has one that is open.</summary>
public interface IScenarioDesk
{
    /// <summary>Why nothing can be ordered; null when the desk is open.</summary>
    string? ClosedBecause { get; }

    /// <summary>The scenarios; empty when the desk is closed.</summary>
    IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Sections, banks and machines to choose from; empty when the desk is closed.</summary>
    ScenarioTargets Targets { get; }

    /// <summary>Lets a scenario happen on the floor, at once.</summary>
    /// <param name="name">Its name, in any case; a hyphen stands for a space.</param>
    /// <param name="target">Where.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What happened, or why nothing did.</returns>
    Task<ScenarioOutcome> RunAsync(string name, ScenarioTarget target, CancellationToken cancellationToken);
}
