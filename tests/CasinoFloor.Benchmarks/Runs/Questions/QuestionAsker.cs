using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>Asks a question several times, in turn with its hand-written SQL.</summary>
internal sealed class QuestionAsker(EmbeddedEventhouse house, TimeProvider time, QuestionParameters parameters, int repeat)
{
    private const int WarmUps = 2;
    private const int Rounds = 40;
    private const int Asked = 12;

    // Of what takes some milliseconds a few samples say little.
    private const int MostRepeats = 200;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Lets the runtime compile our side as it has in an app that has run for a while; DuckDB's is compiled already, and would win a comparison
    /// with code that has just begun.
    /// </summary>
    public async Task WarmUpAsync(IReadOnlyList<Question> questions)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var question in questions)
            {
                var declared = house.Analyze(new KqlQuery(question.Text)).Parameters;
                var query = new KqlQuery(question.Text) { Parameters = parameters.For(declared, time.GetUtcNow().UtcDateTime) };
                house.Analyze(query);
                if (round < Asked)
                {
                    await house.QueryAsync(query, CancellationToken.None);
                }
            }
        }

        await Task.Delay(Compiling);
    }

    public async Task<QuestionResult> AskAsync(Question question)
    {
        var declared = house.Analyze(new KqlQuery(question.Text)).Parameters;
        var written = HandWrittenSql.Find(question.Name);
        var result = new QuestionResult(question.Name, 0, new Samples(), new Samples(), written is null ? null : new Samples(), null);
        using var reader = house.OpenReader();
        var start = time.GetTimestamp();
        for (var i = -WarmUps; (i < repeat || (i < MostRepeats && time.GetElapsedTime(start) < LongEnough)) && result.Problem is null; i++)
        {
            var given = parameters.For(declared, time.GetUtcNow().UtcDateTime);
            var query = new KqlQuery(question.Text) { Parameters = given };
            var (asked, translated, sql) = i < 0 ? (new Samples(), new Samples(), new Samples()) : (result.Asked, result.Translated, result.Sql);
            translated.Measure(() => house.Analyze(query));

            // Whoever comes second finds the caches of the processor filled: each in turn.
            var rows = written is not null && i % 2 != 0 ? await AskByHandAsync() : null;
            var answer = await asked.MeasureAsync(() => house.QueryAsync(query, CancellationToken.None));
            if (answer.Error is { } error)
            {
                return result with { Problem = error.ToString() };
            }

            result = result with { Rows = answer.Table.Rows.Count };
            if (written is not null)
            {
                rows ??= await AskByHandAsync();
                var difference = Agreement.Difference(answer.Table.Rows, rows);
                if (difference is not null)
                {
                    // Rows may have been stored between the two; the same again tells.
                    answer = await house.QueryAsync(query, CancellationToken.None);
                    difference = Agreement.Difference(answer.Table.Rows, written.Ask(reader, given));
                }

                result = result with { Problem = difference };
            }

            Task<List<object?[]>> AskByHandAsync() => sql!.MeasureAsync(() => Task.Run(() => written!.Ask(reader, given)));
        }

        return result;
    }
}
