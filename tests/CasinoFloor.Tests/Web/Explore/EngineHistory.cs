using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using DuckDB.NET.Data;

namespace CasinoFloor.Tests.Web.Explore;

/// <summary>A history of one small table, answered by the real engine.</summary>
public sealed class EngineHistory : IHistory
{
    private static readonly KqlCatalog Tables = new(
        [new KqlTable("plays", [new KqlColumn("at", KqlType.DateTime), new KqlColumn("machine", KqlType.String), new KqlColumn("wager", KqlType.Real)])]);

    private readonly KqlEngine _engine = new(Tables);

    public QuestionCatalog Questions { get; } = new(
        [new Question("floor/plays", "Plays by machine", "How often each machine was played.", "plays | summarize count() by machine"), new Question("cage/secret", "Secret", "Of few.", "plays") { Roles = ["Compliance"] }]);

    public KqlCatalog Catalog => Tables;

    public Task<KqlResult> AskAsync(string question, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken) =>
        QueryAsync(new KqlQuery(Questions.Find(question)!.Text) { Parameters = parameters }, cancellationToken);

    public async Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE plays AS SELECT TIMESTAMP '2024-01-31 12:00:00' + to_seconds(i) AS at, 'M' || i % 3 AS machine, i * 1.5::DOUBLE AS wager FROM range(60) t(i)";
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        return await _engine.ExecuteAsync(connection, query, cancellationToken);
    }

    public KqlAnalysis Analyze(KqlQuery query) => _engine.Analyze(query);
}
