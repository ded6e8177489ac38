using System.Globalization;
using System.Text.RegularExpressions;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Eventhouse.Questions;

/// <summary>
/// Every question of <c>kql/</c>, found by listing the folder: it binds, and answers on the small fixed floor what its
/// <c>expected.csv</c> says. <c>CASINOFLOOR_RECORD=1</c> writes the files anew; then look at what changed.
/// </summary>
public sealed class QuestionTests(QuestionData data) : IClassFixture<QuestionData>
{
    private static readonly Dictionary<string, object?> Given = new()
    {
        ["start_time"] = new DateTime(2026, 3, 14, 12, 0, 0, DateTimeKind.Utc),
        ["end_time"] = new DateTime(2026, 3, 14, 15, 0, 0, DateTimeKind.Utc),
        ["at"] = new DateTime(2026, 3, 14, 15, 0, 0, DateTimeKind.Utc),
        ["machine"] = "M-1",
    };

    // Where the common values would not show what the question is for.
    private static readonly Dictionary<string, (string Name, object Value)[]> Special = new()
    {
        ["usual/usual_figures"] = [("start_time", new DateTime(2026, 3, 14, 14, 55, 0, DateTimeKind.Utc))],
        ["floor/hold_variance"] = [("min_games", 2L)],
        ["machine/machine_states"] = [("machine", "M-2")],
        ["alerts/alert_history"] = [("machine", "")],
        ["floor/floor_overview"] = [("start_time", new DateTime(2026, 3, 14, 14, 55, 0, DateTimeKind.Utc))],
    };

    public static TheoryData<string> Names =>
        [.. CasinoFloor.Eventhouse.QueryFiles.QuestionCatalog.Load(QuestionData.KqlFolder).All.Select(question => question.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Question_OnTheFixedFloor_AnswersAsExpected(string name)
    {
        var text = data.History.Questions.Find(name)!.Text;
        var analysis = data.History.Analyze(new KqlQuery(text));
        Assert.Null(analysis.Error);
        var parameters = analysis.Parameters
            .Where(parameter => Given.ContainsKey(parameter.Name))
            .ToDictionary(parameter => parameter.Name, parameter => Given[parameter.Name]);
        foreach (var (key, value) in Special.GetValueOrDefault(name, []))
        {
            parameters[key] = value;
        }

        var result = await data.History.AskAsync(name, parameters, TestContext.Current.CancellationToken);

        Assert.Null(result.Error);
        Assert.Equal(analysis.Columns, result.Table.Columns);
        Assert.Empty(data.History.Questions.Find(name)!.Money.Except(result.Table.Columns.Select(column => column.Name)));
        var file = Path.Combine(QuestionData.Folder, "Expected", name + ".csv");
        var actual = Csv(result.Table);
        if (Environment.GetEnvironmentVariable("CASINOFLOOR_RECORD") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, actual, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(file), $"{name} has no expected result: write {Path.GetRelativePath(RepositoryFiles.Root, file)}.");
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), actual);
    }

    /// <summary>A remote Eventhouse holds rows that were sent twice: only the views of the schema leave them out, or do not mind.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Question_ReadsNoTable_ThatHasAView(string name)
    {
        var views = File.ReadAllText(Path.Combine(QuestionData.KqlFolder, "schema", "remote", "5_views.kql"));
        var viewed = EventhouseTables.All.Select(table => table.Name).Where(table => IsNamed(table, views)).ToList();
        var text = data.History.Questions.Find(name)!.Text;

        Assert.Contains("slot_events_live", viewed);
        Assert.Contains("alerts_live", viewed);
        Assert.DoesNotContain(viewed, table => IsNamed(table, text));
    }

    [Fact]
    public void Expected_Files_BelongToQuestions()
    {
        var folder = Path.Combine(QuestionData.Folder, "Expected");
        var strays = Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => data.History.Questions.Find(name) is null);

        Assert.Empty(strays);
    }

    private static bool IsNamed(string table, string text) => Regex.IsMatch(text, $@"\b{table}\b", RegexOptions.CultureInvariant);

    private static string Csv(KqlResultTable table)
    {
        var lines = table.Rows.Select(row => string.Join(',', row.Select(Cell))).ToList();
        if (!table.IsOrdered)
        {
            lines.Sort(StringComparer.Ordinal);
        }

        return string.Join('\n', [string.Join(',', table.Columns.Select(column => $"{column.Name}:{column.Type.Name()}")), .. lines]) + "\n";
    }

    private static string Cell(object? value) => value switch
    {
        null => "null",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        double number => number.ToString("G12", CultureInfo.InvariantCulture),
        string text when text.Contains(',', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) =>
            $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
