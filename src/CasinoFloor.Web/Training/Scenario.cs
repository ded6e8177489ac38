namespace CasinoFloor.Web.Training;

/// <summary>Something that can be made to happen on a simulated floor.</summary>
/// <param name="Name">What it is ordered by: <c>jackpot now</c>.</param>
/// <param name="Description">What then happens, and for how long.</param>
/// <param name="Targets">What it can be aimed at; <see cref="ScenarioTargetKind.Random"/> is always among them.</param>
public sealed record Scenario(string Name, string Description, IReadOnlyList<ScenarioTargetKind> Targets)
{
    /// <summary>Whether a name, in any case and with hyphens for spaces, is this scenario's.</summary>
    public bool IsNamed(string name) => string.Equals(Name, name?.Replace('-', ' ').Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What happened.</summary>
/// <param name="Happened">Whether the scenario was carried out.</param>
/// <param name="Text">What happened where, or why nothing did, as a sentence.</param>
public sealed record ScenarioOutcome(bool Happened, string Text)
{
    /// <summary>It was carried out.</summary>
    public static ScenarioOutcome Done(string text) => new(true, text);

    /// <summary>It was not.</summary>
    public static ScenarioOutcome Refused(string text) => new(false, text);
}
