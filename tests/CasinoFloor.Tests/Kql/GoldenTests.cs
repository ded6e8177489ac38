using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>
/// One folder for each case under <c>Golden/</c>: <c>input.kql</c> and <c>expected.txt</c> (columns with types, then rows; rows are sorted unless
/// the query orders them). With the environment variable KQL_GOLDEN_RECORD set, missing expectations are written for review.
/// </summary>
public sealed class GoldenTests : KqlTestBase
{
    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(RepositoryFiles.Root, "tests", "CasinoFloor.Tests", "Kql", "Golden");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Execute_GoldenCase_AnswersAsExpected(string name)
    {
        var query = File.ReadAllText(Path.Combine(Folder, name, "input.kql"));
        var actual = Describe(Run(new KqlQuery(query) { Now = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc) }));
        var file = Path.Combine(Folder, name, "expected.txt");
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("KQL_GOLDEN_RECORD") is not null)
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
