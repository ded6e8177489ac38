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
    public async Task<KqlResult> AskAsync(string question, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        var found = questions.Find(question) ?? throw new ArgumentException($"There is no question '{question}' in the kql folder.", nameof(question));
        var query = new KqlQuery(found.Text) { Parameters = parameters };
        if (!found.Text.Contains(RowLimit.Parameter, StringComparison.Ordinal) || RowLimit.Of(Analyze(query).Parameters, parameters) is not { } rows)
            return await eventhouse.QueryAsync(query, cancellationToken);

        var answer = await eventhouse.QueryAsync(query with { Parameters = new Dictionary<string, object?>(parameters) { [RowLimit.Parameter] = rows + 1L } }, cancellationToken);
        return answer.First(rows);
    }

    /// <inheritdoc />
    public Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) => eventhouse.QueryAsync(query, cancellationToken);

    /// <inheritdoc />
    public KqlCatalog Catalog => eventhouse.Catalog;

    /// <inheritdoc />
    public KqlAnalysis Analyze(KqlQuery query) => eventhouse.Analyze(query);
}
