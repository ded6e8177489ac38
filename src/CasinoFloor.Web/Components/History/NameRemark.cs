using CasinoFloor.Web.Components.Machine;

namespace CasinoFloor.Web.Components.History;

/// <summary>What the floor knows of a section or machine that a question is asked about: a misspelt name finds nothing, and nothing says why.</summary>
public static class NameRemark
{
    private const string Section = "section";
    private const string Machine = "machine";

    /// <summary>A sentence about a name that the floor does not know; empty for one that it knows, for none, and while it knows nothing itself.</summary>
    /// <param name="parameter">The question's parameter.</param>
    /// <param name="name">What is given for it.</param>
    /// <param name="sections">The sections of the floor.</param>
    /// <param name="machines">Ids of its machines.</param>
    public static string Of(string parameter, string name, IReadOnlyCollection<string> sections, IReadOnlyCollection<string> machines)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(machines);
        return parameter switch
        {
            Section when IsUnknown(name, sections) => $"The floor has no section “{name}” now. It has {string.Join(", ", sections)}.",
            Machine when IsUnknown(name, machines) => $"The floor has no machine “{name}” now.{Meant(SimilarIds.To(name, machines))}",
            _ => "",
        };
    }

    // Questions compare names as they are written.
    private static bool IsUnknown(string name, IReadOnlyCollection<string> known) => name.Length > 0 && known.Count > 0 && !known.Contains(name, StringComparer.Ordinal);

    private static string Meant(IReadOnlyList<string> similar) => similar.Count > 0 ? $" Did you mean {string.Join(", ", similar)}?" : "";
}
