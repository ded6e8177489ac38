using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>
/// Files of queries and answers, one for each family of operators or functions, under <c>Pairs/</c>: a line <c>## name</c>, the query, a line
/// <c>--</c>, and the answer as <see cref="GoldenTests"/> have it. With the environment variable KQL_GOLDEN_RECORD set, missing answers are
/// written for review.
/// </summary>
public sealed class PairTests : KqlTestBase
{
    private const string Mark = "## ";
    private const string Separator = "\n--\n";

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(RepositoryFiles.Root, "tests", "CasinoFloor.Tests", "Kql", "Pairs");

    [Theory]
    [MemberData(nameof(Files))]
    public void Execute_FileOfPairs_AnswersAsExpected(string name)
    {
        var path = Path.Combine(Folder, name);
        var pairs = ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n" + Mark).Skip(1).Select(Pair).ToList();
        Assert.NotEmpty(pairs);
        var answers = pairs.Select(p => Describe(Run(new KqlQuery(p.Query) { Now = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc) })).TrimEnd('\n')).ToList();
        if (Environment.GetEnvironmentVariable("KQL_GOLDEN_RECORD") is not null && pairs.Exists(p => p.Answer is null))
        {
            pairs = [.. pairs.Select((p, i) => p with { Answer = p.Answer ?? answers[i] })];
            File.WriteAllText(path, string.Concat(pairs.Select(p => $"{Mark}{p.Title}\n{p.Query}{Separator}{p.Answer}\n\n")));
        }

        var wrong = pairs.Select((p, i) => (Pair: p, Answer: answers[i])).Where(p => p.Pair.Answer != p.Answer);
        Assert.True(!wrong.Any(), string.Join("\n\n", wrong.Select(w => $"{w.Pair.Title}\n{w.Pair.Query}\nexpected\n{w.Pair.Answer}\nbut\n{w.Answer}")));
    }

    private static QueryAndAnswer Pair(string block)
    {
        var title = block.IndexOf('\n', StringComparison.Ordinal);
        var separator = block.IndexOf(Separator, StringComparison.Ordinal);
        return new(
            block[..title],
            (separator < 0 ? block[title..] : block[title..separator]).Trim('\n'),
            separator < 0 ? null : block[(separator + Separator.Length)..].TrimEnd('\n'));
    }

    private sealed record QueryAndAnswer(string Title, string Query, string? Answer);
}
