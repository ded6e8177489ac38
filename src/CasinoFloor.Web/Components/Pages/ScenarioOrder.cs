using System.Globalization;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>A scenario's card on the demo page: what was chosen, and what came of it.</summary>
public sealed class ScenarioOrder(Scenario scenario, ScenarioTargets targets)
{
    /// <summary>The scenario.</summary>
    public Scenario Scenario => scenario;

    /// <summary>Its name as a heading.</summary>
    public string Title => Sentence(scenario.Name);

    /// <summary>Id of the heading.</summary>
    public string Id => "demo-" + scenario.Name.Replace(' ', '-');

    /// <summary>What it is aimed at.</summary>
    public ScenarioTargetKind Kind { get; private set; }

    /// <summary>Name of the section, bank or machine.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it was ordered and nothing has come back yet.</summary>
    public bool IsRunning { get; set; }

    /// <summary>What came of it last; null before the first time.</summary>
    public ScenarioOutcome? Outcome { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>For the looks of the result: none, done or refused.</summary>
    public string State => Outcome switch { null => "none", { Happened: true } => "done", _ => "refused" };

    /// <summary>The target.</summary>
    public ScenarioTarget Target => Kind == ScenarioTargetKind.Random ? ScenarioTarget.Anywhere : new ScenarioTarget(Kind, Name.Trim());

    /// <summary>What came of it last, when, as a sentence; empty before the first time.</summary>
    public string Result(PropertyCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Outcome is { } outcome ? $"{calendar.ToLocal(At.UtcDateTime).ToString("HH:mm:ss", CultureInfo.InvariantCulture)} · {Sentence(outcome.Text)}" : "";
    }

    /// <summary>A kind of target as a word.</summary>
    public static string Word(ScenarioTargetKind kind) => kind switch
    {
        ScenarioTargetKind.Section => "Section",
        ScenarioTargetKind.Bank => "Bank",
        ScenarioTargetKind.Machine => "Machine",
        _ => "Random",
    };

    /// <summary>Takes another kind of target, and the first of its names.</summary>
    public void Choose(object? kind)
    {
        Kind = Enum.TryParse<ScenarioTargetKind>(kind?.ToString(), out var chosen) && scenario.Targets.Contains(chosen) ? chosen : ScenarioTargetKind.Random;
        Name = targets.Of(Kind) is [var first, ..] ? first : "";
    }

    private static string Sentence(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
