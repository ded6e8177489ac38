using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Web.Components;

/// <summary>A history that answers each question with a table that the test gives, and every other one with no rows.</summary>
internal sealed class TableHistory : IHistory
{
    private static readonly KqlResult Nothing = new([Tables.Of("machine_id:string")], null, null);

    /// <summary>The answers, by the question's name.</summary>
    public Dictionary<string, KqlResult> Answers { get; } = [];

    /// <summary>What was asked, oldest first.</summary>
    public List<(string Question, IReadOnlyDictionary<string, object?> Values)> Asked { get; } = [];

    /// <summary>Why nothing is answered; null while it is.</summary>
    public string? Failure { get; set; }

    public QuestionCatalog Questions { get; } = new([]);

    public KqlCatalog Catalog => throw new NotSupportedException();

    public void Give(string question, string columns, params object?[][] rows) => Answers[question] = new KqlResult([Tables.Of(columns, rows)], null, null);

    public Task<KqlResult> AskAsync(string question, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        Asked.Add((question, parameters));
        return Failure is { } failure ? throw new EventhouseException(failure) : Task.FromResult(Answers.GetValueOrDefault(question, Nothing));
    }

    public Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public KqlAnalysis Analyze(KqlQuery query) => throw new NotSupportedException();
}
