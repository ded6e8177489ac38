using System.IO.Compression;
using System.Text.Json;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Kql;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

/// <summary>The answers of the reference engine once more, as a client reads them: what is on the wire must mean the same.</summary>
public sealed class EngineAnswersOverHttpTests
{
    [Fact]
    public async Task Query_EngineAnswers_AreTheSameOverHttp()
    {
        var file = RepositoryFiles.SharedOrSkip("kql/engine-answers.json.gz");
        await using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: ApiHost.Token);
        await using var host = await ApiHost.StartAsync();
        var (right, refused, wrong) = (0, 0, new List<string>());
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var id = one.GetProperty("id").GetString()!;
            using var response = await host.PostAsync("/v2/rest/query", one.GetProperty("query").GetString()!);
            var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(ApiHost.Token));
            if (!response.IsSuccessStatusCode)
            {
                refused++;
                if (answer.GetProperty("error").GetProperty("code").GetString() != KqlErrorCodes.Unsupported)
                {
                    wrong.Add($"{id}: {answer}");
                }

                continue;
            }

            var isPrinted = !id.StartsWith("agent-", StringComparison.Ordinal) && !id.StartsWith("t1-", StringComparison.Ordinal);
            if (AnswerComparer.Difference(one, WireTable.Read(answer), isPrinted) is { } difference)
            {
                wrong.Add($"{id}: {difference}");
            }
            else
            {
                right++;
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(right >= (right + refused) * 0.97, $"{right} right, {refused} refused");
    }
}
