using CasinoFloor.Eventhouse.QueryFiles;

namespace CasinoFloor.Web.Components.History;

/// <summary>The questions that a page offers, by area.</summary>
public static class QuestionShelf
{
    // The map's own: their answers are codes.
    private const string MapArea = "replay";

    /// <summary>Whether a question is offered. Those for certain roles are not while nobody signs in.</summary>
    public static bool IsOffered(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Roles.Count == 0 && question.Area != MapArea;
    }

    /// <summary>The questions whose title, sentence or name has every word that is looked for, by area in order.</summary>
    public static IReadOnlyList<IGrouping<string, Question>> Find(QuestionCatalog catalog, string words)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(words);
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. catalog.All.Where(IsOffered)
                .Where(question => wanted.All(word => $"{question.Title} {question.Answers} {question.Name}".Contains(word, StringComparison.OrdinalIgnoreCase)))
                .GroupBy(question => question.Area),
        ];
    }
}
