namespace CasinoFloor.Eventhouse.QueryFiles;

/// <summary>A question about the past: one file below <c>kql/</c>.</summary>
/// <param name="Name">Its path without ending, such as <c>floor/floor_overview</c>: how code and links name it.</param>
/// <param name="Title">Its title, from the header.</param>
/// <param name="Answers">What it answers, in a sentence, from the header.</param>
/// <param name="Text">The whole file.</param>
public sealed record Question(string Name, string Title, string Answers, string Text)
{
    /// <summary>The folder, such as <c>floor</c>.</summary>
    public string Area => Name[..Name.LastIndexOf('/')];

    /// <summary>What an answer without rows means, as a sentence; empty where the header does not say.</summary>
    public string Empty { get; init; } = "";

    /// <summary>Columns of the answer that are amounts of money; a name that the answer does not have does nothing.</summary>
    public IReadOnlyList<string> Money { get; init; } = [];

    /// <summary>Who may ask it, as roles' names; empty is everybody.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
