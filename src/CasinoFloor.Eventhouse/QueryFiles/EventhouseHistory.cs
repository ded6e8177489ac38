using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.QueryFiles;

/// <summary>Asks the Eventhouse, embedded or remote.</summary>
/// <param name="eventhouse">The Eventhouse.</param>
/// <param name="questions">The questions.</param>
public sealed class EventhouseHistory(IEventhouse eventhouse, QuestionCatalog questions) : IHistory
{
    /// <inheritdoc />
    public QuestionCatalog Questions => questions;

    /// <inheritdoc />
    public Task<KqlResult> AskAsync(string question, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken) =>
        questions.Find(question) is { } found
            ? eventhouse.QueryAsync(new KqlQuery(found.Text) { Parameters = parameters }, cancellationToken)
            : throw new ArgumentException($"There is no question '{question}' in the kql folder.", nameof(question));

    /// <inheritdoc />
    public Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) => eventhouse.QueryAsync(query, cancellationToken);

    /// <inheritdoc />
    public KqlCatalog Catalog => eventhouse.Catalog;

    /// <inheritdoc />
    public KqlAnalysis Analyze(KqlQuery query) => eventhouse.Analyze(query);
}
