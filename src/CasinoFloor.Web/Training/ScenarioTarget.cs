namespace CasinoFloor.Web.Training;

/// <summary>What a scenario is aimed at.</summary>
public enum ScenarioTargetKind
{
    /// <summary>Wherever chance will have it; the whole floor, where a scenario is about that.</summary>
    Random,

    /// <summary>A section.</summary>
    Section,

    /// <summary>A bank.</summary>
    Bank,

    /// <summary>A machine.</summary>
    Machine,
}

/// <summary>Where a scenario happens.</summary>
/// <param name="Kind">What <paramref name="Name"/> names.</param>
/// <param name="Name">Name of the section, the bank or the machine; empty for <see cref="ScenarioTargetKind.Random"/>.</param>
public sealed record ScenarioTarget(ScenarioTargetKind Kind, string Name)
{
    /// <summary>How a target is written.</summary>
    public const string Syntax = "random, section:NAME, bank:NAME or machine:ID";

    /// <summary>Anywhere.</summary>
    public static ScenarioTarget Anywhere { get; } = new(ScenarioTargetKind.Random, "");

    /// <summary>Reads <c>bank:PN-03</c>; nothing, or <c>random</c>, is anywhere. Null when it cannot be read.</summary>
    public static ScenarioTarget? Parse(string? text)
    {
        var words = (text ?? "").Split(':', 2, StringSplitOptions.TrimEntries);
        if (words is [""] || (words.Length == 1 && string.Equals(words[0], nameof(ScenarioTargetKind.Random), StringComparison.OrdinalIgnoreCase)))
        {
            return Anywhere;
        }

        ScenarioTargetKind? kind = words[0].ToUpperInvariant() switch
        {
            "SECTION" => ScenarioTargetKind.Section,
            "BANK" => ScenarioTargetKind.Bank,
            "MACHINE" => ScenarioTargetKind.Machine,
            _ => null,
        };
        return kind is { } named && words is [_, { Length: > 0 } name] ? new ScenarioTarget(named, name) : null;
    }

    /// <inheritdoc />
    public override string ToString() => Kind == ScenarioTargetKind.Random ? "random" : FormattableString.Invariant($"{Kind.ToString().ToLowerInvariant()}:{Name}");
}

/// <summary>What there is to aim at.</summary>
/// <param name="Sections">Names of the sections.</param>
/// <param name="Banks">Names of the banks.</param>
/// <param name="Machines">Ids of the machines.</param>
public sealed record ScenarioTargets(IReadOnlyList<string> Sections, IReadOnlyList<string> Banks, IReadOnlyList<string> Machines)
{
    /// <summary>Nothing.</summary>
    public static ScenarioTargets None { get; } = new([], [], []);

    /// <summary>The names of a kind; none for <see cref="ScenarioTargetKind.Random"/>.</summary>
    public IReadOnlyList<string> Of(ScenarioTargetKind kind) => kind switch
    {
        ScenarioTargetKind.Section => Sections,
        ScenarioTargetKind.Bank => Banks,
        ScenarioTargetKind.Machine => Machines,
        _ => [],
    };
}
