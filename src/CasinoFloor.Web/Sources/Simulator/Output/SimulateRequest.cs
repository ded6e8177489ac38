using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Scenarios;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>How much is to be simulated, of what, and how fast.</summary>
public sealed record SimulateRequest
{
    /// <summary>The streams to write; the others are simulated as well but left out.</summary>
    public IReadOnlyCollection<EventStream> Streams { get; init; } = EventStreams.All.ToArray();

    /// <summary>The first moment, UTC; null is now.</summary>
    public DateTime? Start { get; init; }

    /// <summary>Ends after this much of the events' own time; null is no end.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Ends after this many messages written; null is no end.</summary>
    public long? Count { get; init; }

    /// <summary>As fast as the output takes it (<c>--speed max</c>) instead of in real time.</summary>
    public bool AtMaxSpeed { get; init; }

    /// <summary>A scenario to let happen; null for none.</summary>
    public string? Scenario { get; init; }

    /// <summary>Where it happens.</summary>
    public ScenarioTarget Target { get; init; } = ScenarioTarget.Anywhere;

    /// <summary>How long after the start it happens, in the events' own time.</summary>
    public TimeSpan ScenarioAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Everything that is wrong, one sentence each; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        if (Streams.Count == 0)
        {
            errors.Add("Name at least one stream to write.");
        }

        if (Duration is { } duration && duration <= TimeSpan.Zero)
        {
            errors.Add("The duration must be more than nothing.");
        }

        if (Count is { } count && count <= 0)
        {
            errors.Add("The count must be at least 1.");
        }

        if (AtMaxSpeed && Duration is null && Count is null)
        {
            errors.Add("At maximum speed there must be a duration or a count, or the output would grow without end.");
        }

        if (Scenario is { } name && !ScenarioCatalog.All.Any(known => known.IsNamed(name)))
        {
            errors.Add($"There is no scenario '{name}'; there are {string.Join(", ", ScenarioCatalog.All.Select(known => known.Name))}.");
        }

        if (Scenario is not null && ScenarioAfter < TimeSpan.Zero)
        {
            errors.Add("The scenario cannot happen before the start.");
        }

        return errors;
    }
}

/// <summary>What was simulated.</summary>
/// <param name="Written">Messages written, by <see cref="EventStream"/>.</param>
/// <param name="Until">How far the simulation came, UTC.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SimulateResult(IReadOnlyList<long> Written, DateTime Until, TimeSpan Elapsed)
{
    /// <summary>Messages written in all.</summary>
    public long Total => Written.Sum();

    /// <summary>What the scenario came to; null without one, or when the end came first.</summary>
    public ScenarioOutcome? Scenario { get; init; }
}
