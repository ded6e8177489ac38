using System.Net;
using System.Text;
using System.Text.Json;
using CasinoFloor.EndToEnd.Npm;

namespace CasinoFloor.EndToEnd.Kusto;

/// <summary>The built program, opened with Kusto's own clients.</summary>
public sealed class OfficialClientsTests : IDisposable
{
    private const string Token = "an-end-to-end-token";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory(Timeout = TestTime.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Clients_QueryCommandIngestAndErrors_AreServed(bool withToken)
    {
        var stop = TestContext.Current.CancellationToken;
        var packages = await NpmFolder.InstallOrSkipAsync("kusto", stop);
        await using var app = await StartAsync(withToken, stop);

        var answer = JsonElement.Parse(await packages.RunAsync("kusto.mjs", stop, [app.Address!.ToString(), .. withToken ? [Token] : Array.Empty<string>()]));

        var query = answer.GetProperty("query");
        var row = query.GetProperty("row");
        Assert.Equal("O'Hara \"Penny\"", row.GetProperty("name").GetString());
        Assert.Equal(9007199254740, row.GetProperty("least").GetInt64());
        Assert.StartsWith("2026-03-14T15:09:26.53", row.GetProperty("since").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"a":[1,2]}""", row.GetProperty("bag").GetRawText());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("missing").ValueKind);
        Assert.Equal("""["@ExtendedProperties","PrimaryResult","QueryCompletionInformation"]""", query.GetProperty("tables").GetRawText());
        Assert.Equal(0, query.GetProperty("errors").GetInt32());
        Assert.Equal("""[["Engine"]]""", answer.GetProperty("version").GetRawText());
        var guests = answer.GetProperty("guests")[0];
        Assert.Equal((1000, 499_500), (guests[0].GetInt32(), guests[1].GetInt32()));
        Assert.Equal("guest 999 ü", guests[2].GetString());
        Assert.Equal("""[{"one":1}]""", answer.GetProperty("firstVersion").GetRawText());
        AssertError(answer.GetProperty("refusedRow"), 400, "BadRequest_StreamingIngestionFailed");
        AssertError(answer.GetProperty("semanticError"), 400, "SEM0001");
        AssertError(answer.GetProperty("wrongDatabase"), 400, "BadRequest_EntityNotFound");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Query_StrangersPageOrWrongToken_IsRefused()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = await StartAsync(withToken: true, stop);
        using var http = new HttpClient { BaseAddress = app.Address };

        Assert.Equal(HttpStatusCode.OK, await AskAsync(null, null));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("Authorization", $"Bearer {Token}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("Authorization", "Bearer wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("X-Forwarded-For", "10.0.0.7"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("Origin", "https://stranger.example"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("Host", "stranger.example"));

        async Task<HttpStatusCode> AskAsync(string? header, string? value)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "v2/rest/query") { Content = new StringContent("""{"csl":"print 1"}""", Encoding.UTF8, "application/json") };
            if (header is not null)
            {
                request.Headers.Add(header, value);
            }

            using var response = await http.SendAsync(request, stop);
            return response.StatusCode;
        }
    }

    private Task<ProductProcess> StartAsync(bool withToken, CancellationToken stop) => ProductProcess.StartWebAsync(
        stop, ["--data", _folder.File("data"), "--set", "Simulator:Machines=50", .. withToken ? ["--set", $"Eventhouse:Api:Token={Token}"] : Array.Empty<string>()]);

    private static void AssertError(JsonElement error, int status, string code) =>
        Assert.Equal((status, code), (error.GetProperty("status").GetInt32(), error.GetProperty("code").GetString()));
}
