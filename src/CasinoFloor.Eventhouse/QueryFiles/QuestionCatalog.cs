namespace CasinoFloor.Eventhouse.QueryFiles;

/// <summary>The questions that the product ships: every <c>.kql</c> file of a folder but those of <c>schema/</c> and <c>recovery/</c>.</summary>
public sealed class QuestionCatalog
{
    // Commands, and what the product asks itself at a start.
    private static readonly string[] OtherFolders = ["schema/", "recovery/"];

    private readonly Dictionary<string, Question> _byName;

    /// <summary>Creates a catalog.</summary>
    /// <exception cref="ArgumentException">Two questions have the same name.</exception>
    public QuestionCatalog(IEnumerable<Question> questions)
    {
        All = [.. questions.OrderBy(question => question.Name, StringComparer.Ordinal)];
        _byName = All.ToDictionary(question => question.Name, StringComparer.Ordinal);
    }

    /// <summary>All questions, by name.</summary>
    public IReadOnlyList<Question> All { get; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="FormatException">A header is wrong; the message names the file.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static QuestionCatalog Load(string folder) => new(
        Directory.EnumerateFiles(folder, "*.kql", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(file => !OtherFolders.Any(folder => file.Name.StartsWith(folder, StringComparison.Ordinal)))
            .Select(file => QuestionFile.Parse(file.Name, File.ReadAllText(file.Path))));

    /// <summary>Finds a question; null when there is none of that name.</summary>
    public Question? Find(string name) => _byName.GetValueOrDefault(name);
}
