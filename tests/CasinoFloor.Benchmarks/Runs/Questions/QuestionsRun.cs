using System.Globalization;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.QueryFiles;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>
/// Asks every question of <c>kql/</c> of an embedded Eventhouse with 10,000,000 slot events (or as many as the first argument says) and
/// their minutes, while 5,000 rows a second are appended. Asked are a median under 200 ms, a translation under 2 ms, and at most 1.3 times
/// what the same question takes as hand-written SQL in the same run; what misses a bar is named in the last column.
/// </summary>
internal static class QuestionsRun
{
    /// <summary>Runs it; see <see cref="QuestionsOptions"/>. Gives 1 when an answer is wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = QuestionsOptions.Parse(args);
        var directory = options.Directory ?? Directory.CreateTempSubdirectory("questions-").FullName;
        try
        {
            if (!File.Exists(EmbeddedIn(directory).FilePath))
            {
                await using var filled = Open(directory, TimeProvider.System);
                await FloorHistory.FillAsync(filled, options.Rows);
            }

            return await AskAllAsync(options, directory);
        }
        finally
        {
            if (options.Directory is null)
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    private static async Task<int> AskAllAsync(QuestionsOptions options, string directory)
    {
        var time = new EndOfHistoryClock(await NewestAsync(directory));
        await using var house = Open(directory, time);
        await house.OpenAsync(CancellationToken.None);
        var stored = StoredFloor.Read(house);
        Print($"{stored.Events:N0} slot events, {stored.Minutes:N0} machine-minutes, {stored.Findings:N0} findings, {Environment.ProcessorCount} processors");
        Print($"{"question",-34}{"rows",8}{"median ms",11}{"p95 ms",9}{"translate",11}{"sql ms",9}{"ratio",7}  missed");

        var live = new LiveRows(house, time, stored.Machines);
        using var stop = new CancellationTokenSource();
        var appending = Task.Run(() => live.RunAsync(stop.Token));
        var asker = new QuestionAsker(house, time, new QuestionParameters(stored.Busiest), options.Repeat);
        var results = new List<QuestionResult>();
        var questions = QuestionCatalog.Load(KqlFolder).All.ToList();
        await asker.WarmUpAsync(questions);
        var (start, before) = (time.GetUtcNow(), live.Written);
        foreach (var question in questions.Where(question => question.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var result = await asker.AskAsync(question);
            results.Add(result);
            Print($"{result.Name,-34}{result.Rows,8:N0}{result.Asked.Median,11:N1}{result.Asked.P95,9:N1}{result.Translated.Median,11:N2}{Or(result.Sql?.Median, "N1"),9}{Or(result.Ratio, "N2"),7}  {result.Missed}");
        }

        await stop.CancelAsync();
        await appending;
        Print($"{(live.Written - before) / (time.GetUtcNow() - start).TotalSeconds:N0} rows/s were appended meanwhile; {results.Count(result => result.Missed.Length > 0)} of {results.Count} miss a bar");
        return results.Any(result => result.Problem is not null) ? 1 : 0;
    }

    private static string KqlFolder => Path.Combine(AppContext.BaseDirectory, "kql");

    private static EmbeddedOptions EmbeddedIn(string directory) => new() { Directory = directory };

    private static EmbeddedEventhouse Open(string directory, TimeProvider time) =>
        new(EmbeddedIn(directory), (_, id) => EventIdentity.Process.OfText(id), time, KqlFolder);

    private static async Task<DateTime> NewestAsync(string directory)
    {
        await using var house = Open(directory, TimeProvider.System);
        await house.OpenAsync(CancellationToken.None);
        return await house.NewestEventAsync(CancellationToken.None) ?? throw new InvalidOperationException($"Nothing is stored in {directory}.");
    }

    private static string Or(double? value, string format) => value is null or double.NaN ? "-" : value.Value.ToString(format, CultureInfo.InvariantCulture);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
