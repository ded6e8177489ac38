using System.IO.Compression;
using System.Text.Json;
using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>Every answer of the reference engine at hand: a refusal by name is allowed for a few, a wrong answer for none.</summary>
public sealed class EngineAnswersTests : KqlTestBase
{
    [Fact]
    public void Execute_EngineAnswers_NoneWrongAndNearlyAllRight()
    {
        var file = RepositoryFiles.SharedOrSkip("kql/engine-answers.json.gz");
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(stream);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToList();
        var (right, refused, wrong) = (0, new List<string>(), new List<string>());
        foreach (var one in cases)
        {
            var id = one.GetProperty("id").GetString()!;
            var result = Run(one.GetProperty("query").GetString()!);
            if (result.Error is { } error)
            {
                (error.Code == KqlErrorCodes.Unsupported && error.Line > 0 ? refused : wrong).Add($"{id}: {error}");
                continue;
            }

            // Answers taken from printed tables of the documentation do not tell int from long.
            var isPrinted = !id.StartsWith("agent-", StringComparison.Ordinal) && !id.StartsWith("t1-", StringComparison.Ordinal);
            if (AnswerComparer.Difference(one, result.Table, isPrinted) is { } difference)
            {
                wrong.Add($"{id}: {difference}");
            }
            else
            {
                right++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} right, {refused.Count} refused, {wrong.Count} wrong of {cases.Count}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(right >= cases.Count * 0.97, string.Join('\n', refused));
    }
}
