using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

public sealed class QueryEndpointTests
{
    [Fact]
    public async Task Query_PropertiesAsText_GivesParametersToTheQuery()
    {
        await using var host = await ApiHost.StartAsync();

        var frames = await host.QueryAsync(
            "declare query_parameters(name:string, n:long, since:datetime, span:timespan = 1h); print strcat(name, n, since + span)",
            """{"Parameters":{"name":"a\"b","n":7,"since":"datetime(2024-01-01)"},"ClientRequestId":"me;1"}""");

        Assert.Equal("a\"b72024-01-01T01:00:00.0000000Z", AnswerV2Tests.Primary(frames).GetProperty("Rows")[0][0].GetString());
    }

    [Fact]
    public async Task Query_Options_AreKept()
    {
        await using var host = await ApiHost.StartAsync();

        var frames = await host.QueryAsync(
            "range n from 1 to 10 step 1 | extend at = now()",
            new { Options = new { query_take_max_records = 3, query_now = "2020-02-03T04:05:06Z", deferpartialqueryfailures = true, queryconsistency = "strongconsistency" } });

        var rows = AnswerV2Tests.Primary(frames).GetProperty("Rows");
        Assert.Equal(3, rows.GetArrayLength());
        Assert.Equal("2020-02-03T04:05:06.0000000Z", rows[0][1].GetString());
    }

    [Theory]
    [InlineData("truncationmaxrecords", "5", "range n from 1 to 10 step 1", "E_QUERY_RESULT_SET_TOO_LARGE")]
    [InlineData("truncationmaxsize", "50", "range n from 1 to 1000 step 1", "E_QUERY_RESULT_SET_TOO_LARGE")]
    [InlineData("servertimeout", "soon", "print 1", "General_BadRequest")]
    [InlineData("query_take_max_records", "-1", "print 1", "General_BadRequest")]
    public async Task Query_OptionThatEndsIt_AnswersAnError(string option, string value, string query, string code)
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync("/v2/rest/query", query, new { Options = new Dictionary<string, string> { [option] = value } });

        var error = await ApiHost.ErrorAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.True(error.GetProperty("@permanent").GetBoolean());
    }

    [Fact]
    public async Task Query_RunsLongerThanItsTimeout_Is504()
    {
        await using var host = await ApiHost.StartAsync();
        var query = host.PostAsync(
            "/v2/rest/query",
            "range a from 1 to 100000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 100000 step 1 | extend k = 1) on k | summarize sum(sin(a * b))",
            new { Options = new { servertimeout = "00:01:00.000" } });

        await Eventually.TrueAsync(
            () =>
            {
                host.House.Time.Advance(TimeSpan.FromMinutes(1));
                return query.IsCompleted;
            },
            ApiHost.Token);

        var error = await ApiHost.ErrorAsync(await query, HttpStatusCode.GatewayTimeout);
        Assert.Equal("E_QUERY_TIMEOUT", error.GetProperty("code").GetString());
        Assert.False(error.GetProperty("@permanent").GetBoolean());
    }

    [Fact]
    public async Task Query_NoTruncation_AnswersMoreRowsThanTheLimit()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync("/v2/rest/query", "range n from 1 to 500001 step 1", new { Options = new { notruncation = true } });

        var frames = await ApiHost.ReadAsync(response);
        Assert.Equal(500_001, AnswerV2Tests.Primary(frames).GetProperty("Rows").GetArrayLength());
    }

    [Fact]
    public async Task Query_WrongQuery_AnswersItsPlaceAndEchoesTheId()
    {
        await using var host = await ApiHost.StartAsync();
        host.Http.DefaultRequestHeaders.Add("x-ms-client-request-id", "KNC.execute;42");

        using var response = await host.PostAsync("/v2/rest/query", "slot_events_live\n| where nothing > 1");

        var error = await ApiHost.ErrorAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal((2, 9), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.EndsWith("[line:position=2:9]", error.GetProperty("@message").GetString(), StringComparison.Ordinal);
        Assert.Equal("Kusto.Data.Exceptions.SemanticException", error.GetProperty("@type").GetString());
        Assert.True(error.GetProperty("@permanent").GetBoolean());
        Assert.Equal("KNC.execute;42", response.Headers.GetValues("x-ms-client-request-id").Single());
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-ms-activity-id").Single(), out _));
    }

    [Theory]
    [InlineData("""{"db":"casino_realtime","csl":".show tables"}""", "/v1/rest/mgmt")]
    [InlineData("""{"db":"other","csl":"print 1"}""", "'other'")]
    [InlineData("""{"db":"casino_realtime"}""", "'csl'")]
    [InlineData("[1]", "JSON object")]
    [InlineData("{", "JSON")]
    [InlineData("""{"csl":"print 1","properties":7}""", "properties")]
    public async Task Query_WrongRequest_SaysWhatIsWrong(string body, string names)
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.Http.PostAsync("/v2/rest/query", new StringContent(body, Encoding.UTF8, "application/json"), ApiHost.Token);

        Assert.Contains(names, (await ApiHost.ErrorAsync(response, HttpStatusCode.BadRequest)).GetProperty("@message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_FormBody_IsRefused()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.Http.PostAsync("/v2/rest/query", new StringContent("""{"csl":"print 1"}""", Encoding.UTF8, "text/plain"), ApiHost.Token);

        await ApiHost.ErrorAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Query_GzipBody_IsUnpackedWithinItsLimit()
    {
        await using var host = await ApiHost.StartAsync(options => options.MaxUnpackedBytes = options.MaxRequestBytes);

        using var good = await host.Http.PostAsync("/v2/rest/query", Gzip("""{"csl":"print x = 1"}"""), ApiHost.Token);
        using var bomb = await host.Http.PostAsync("/v2/rest/query", Gzip($$"""{"csl":"print 1{{new string(' ', 5 << 20)}}"}"""), ApiHost.Token);
        using var broken = await host.Http.PostAsync("/v2/rest/query", Encoded("not gzip"u8.ToArray()), ApiHost.Token);

        Assert.Equal(1, AnswerV2Tests.Primary(await ApiHost.ReadAsync(good)).GetProperty("Rows")[0][0].GetInt32());
        await ApiHost.ErrorAsync(bomb, HttpStatusCode.RequestEntityTooLarge);
        await ApiHost.ErrorAsync(broken, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Query_BodyTooLarge_Is413()
    {
        await using var host = await ApiHost.StartAsync(options => options.MaxRequestBytes = 64 << 10);

        using var response = await host.Http.PostAsJsonAsync("/v2/rest/query", new { csl = "print '" + new string('x', 70_000) + "'" }, ApiHost.Token);

        await ApiHost.ErrorAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task FirstVersion_Query_EndsWithATableOfContents()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync("/v1/rest/query", "print x = 1, y = \"\" | render table");

        var tables = (await ApiHost.ReadAsync(response)).GetProperty("Tables");
        Assert.Equal(4, tables.GetArrayLength());
        Assert.Equal("""{"ColumnName":"x","DataType":"Int64","ColumnType":"long"}""", tables[0].GetProperty("Columns")[0].GetRawText());
        Assert.Equal("""[[1,""]]""", tables[0].GetProperty("Rows").GetRawText());
        Assert.Equal(
            ["QueryResult", "QueryProperties", "QueryStatus"], tables[3].GetProperty("Rows").EnumerateArray().Select(row => row[1].GetString()));
        Assert.Contains("\"Visualization\":\"table\"", tables[1].GetProperty("Rows")[0][0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuthMetadata_Embedded_IsNotFound()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.Http.GetAsync("/v1/rest/auth/metadata", ApiHost.Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    internal static ByteArrayContent Gzip(string text, string type = "application/json")
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Encoded(packed.ToArray(), type);
    }

    private static ByteArrayContent Encoded(byte[] body, string type = "application/json") => new(body)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(type), ContentEncoding = { "gzip" } },
    };
}
