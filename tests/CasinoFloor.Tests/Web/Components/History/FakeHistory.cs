using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Web.Components.History;

/// <summary>A history with one question, whose answers the test gives when it likes.</summary>
internal sealed class FakeHistory : IHistory
{
    public static readonly DateTime At = new(2026, 7, 1, 19, 5, 0, DateTimeKind.Utc);

    public List<IReadOnlyDictionary<string, object?>> Asked { get; } = [];

    /// <summary>Gives the answer; by default at once.</summary>
    public Func<CancellationToken, Task<KqlResult>> Reply { get; set; } = _ => Task.FromResult(Rows(["S-1", At, 12.5], ["S-2", At, 7.25]));

    public QuestionCatalog Questions { get; } = new(
    [
        new Question("floor/play", "Play", "What machines took.", "print 1"),
        new Question("cage/leads", "Leads", "For some.", "print 1") { Roles = ["Compliance"] },
    ]);

    public static KqlResult Rows(params object?[][] rows) => new([Tables.Of("machine_id:string, at:datetime, coin_in:real", rows)], null, null);

    public static KqlResult Failed(string code, string message) => new([], null, new KqlError(code, message, 3, 9, 20, 4));

    public Task<KqlResult> AskAsync(string question, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        Asked.Add(parameters);
        return Reply(cancellationToken);
    }

    public Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public KqlCatalog Catalog => throw new NotSupportedException();

    /// <summary>What the question declares besides its window, section and limit.</summary>
    public List<KqlParameter> Declared { get; } = [];

    public KqlAnalysis Analyze(KqlQuery query) => new(
        [],
        [new("start_time", KqlType.DateTime, null), new("end_time", KqlType.DateTime, null), new("section", KqlType.String, "\"\""), new("top_n", KqlType.Long, "20"), .. Declared],
        null,
        null,
        null);
}
