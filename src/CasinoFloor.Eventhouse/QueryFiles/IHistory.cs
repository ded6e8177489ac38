using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.QueryFiles;

/// <summary>What pages know of the past: they name a question, and never hold KQL of their own.</summary>
public interface IHistory
{
    /// <summary>The questions there are.</summary>
    QuestionCatalog Questions { get; }

    /// <summary>
    /// Asks a question by its name. What is wrong with it is in <see cref="KqlResult.Error"/>; whether its own row limit cut the answer, in <see cref="KqlResultTable.IsCut"/>.
    /// </summary>
    /// <param name="question">See <see cref="Question.Name"/>.</param>
    /// <param name="parameters">Values of its declared parameters; those with defaults may be left out.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="ArgumentException">There is no question of that name: an error of the program.</exception>
    /// <exception cref="EventhouseException">The Eventhouse cannot be reached or read.</exception>
    Task<KqlResult> AskAsync(string question, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken);

    /// <summary>Asks in the user's own words, for an editor of queries.</summary>
    /// <exception cref="EventhouseException">The Eventhouse cannot be reached or read.</exception>
    Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken);

    /// <summary>The tables and functions that queries can see, as they are now.</summary>
    KqlCatalog Catalog { get; }

    /// <summary>What is known of a query without running it.</summary>
    KqlAnalysis Analyze(KqlQuery query);
}
