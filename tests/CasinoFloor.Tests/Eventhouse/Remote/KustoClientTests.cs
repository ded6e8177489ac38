using System.Net;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Eventhouse.Remote.Access;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Kql;
using static CasinoFloor.Tests.Eventhouse.Remote.RecordedServer;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class KustoClientTests
{
    private const string Good = """
        [{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"},
         {"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","TableName":"@ExtendedProperties","Columns":[{"ColumnName":"TableId","ColumnType":"int"},{"ColumnName":"Key","ColumnType":"string"},{"ColumnName":"Value","ColumnType":"dynamic"}],
          "Rows":[[1,"Visualization","{\"Visualization\":\"timechart\",\"Title\":\"T\",\"XColumn\":null,\"YColumns\":\"a,b\"}"]]},
         {"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[
           {"ColumnName":"b","ColumnType":"bool"},{"ColumnName":"i","ColumnType":"int"},{"ColumnName":"l","ColumnType":"long"},{"ColumnName":"r","ColumnType":"real"},{"ColumnName":"d","ColumnType":"decimal"},
           {"ColumnName":"s","ColumnType":"string"},{"ColumnName":"t","ColumnType":"datetime"},{"ColumnName":"n","ColumnType":"timespan"},{"ColumnName":"y","ColumnType":"dynamic"},{"ColumnName":"g","ColumnType":"guid"}],
          "Rows":[[true,7,9007199254740993,"-Infinity","12.50","x","2015-01-01T01:01:01.0000001Z","1.02:03:04.5000000",{"a":[1]},"74be27de-1e4e-49d9-b579-fe0b331d3642"],
                  [null,null,null,null,null,"",null,null,null,null]]},
         {"FrameType":"DataTable","TableId":2,"TableKind":"QueryCompletionInformation","TableName":"QueryCompletionInformation","Columns":[],"Rows":[]},
         {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
        """;

    private const string Fragments = """
        [{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0","IsFragmented":true},
         {"FrameType":"TableHeader","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{"ColumnName":"l","ColumnType":"long"}]},
         {"FrameType":"TableFragment","TableFragmentType":"DataAppend","TableId":1,"Rows":[[1],[2]]},
         {"FrameType":"TableFragment","TableFragmentType":"DataAppend","TableId":1,"Rows":[[3]]},
         {"FrameType":"TableCompletion","TableId":1,"RowCount":3},
         {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
        """;

    private const string Truncated = """
        [{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"},
         {"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{"ColumnName":"l","ColumnType":"long"}],
          "Rows":[[1],{"OneApiErrors":[{"error":{"code":"LimitsExceeded","message":"Query execution has exceeded the allowed limits","@message":"Query result set has exceeded the internal record count limit 500000 (E_QUERY_RESULT_SET_TOO_LARGE).","@permanent":false}}]}]},
         {"FrameType":"DataSetCompletion","HasErrors":true,"Cancelled":false}]
        """;

    private const string BadQuery = """
        {"error":{"code":"General_BadRequest","message":"Request is invalid and cannot be executed.","@type":"Kusto.Data.Exceptions.KustoBadRequestException",
         "@message":"Request is invalid: Semantic error: SEM0100: 'where' operator: Failed to resolve column named 'x' [line:position=1:12]","@permanent":true}}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task QueryAsync_EveryType_ComesAsResultsHaveIt()
    {
        var (result, failure, _) = await AskAsync(Answer(200, Good));

        Assert.Null(failure);
        Assert.Equal(
            [true, 7, 9007199254740993L, double.NegativeInfinity, 12.50m, "x", new DateTime(2015, 1, 1, 1, 1, 1, DateTimeKind.Utc).AddTicks(1), new TimeSpan(1, 2, 3, 4, 500), "{\"a\":[1]}", Guid.Parse("74be27de-1e4e-49d9-b579-fe0b331d3642")],
            result!.Table.Rows[0]);
        Assert.Equal([null, null, null, null, null, "", null, null, null, null], result.Table.Rows[1]);
        Assert.Equal(("timechart", "T", "a,b"), (result.Visualization!.Kind, result.Visualization.Properties["title"], result.Visualization.Properties["ycolumns"]));
    }

    [Fact]
    public async Task QueryAsync_Fragments_ArePutTogether()
    {
        var (result, _, _) = await AskAsync(Answer(200, Fragments));

        Assert.Equal([1L, 2L, 3L], result!.Table.Rows.Select(row => row[0]));
    }

    [Fact]
    public async Task QueryAsync_PartialFailure_FailsAsAWhole()
    {
        var (result, failure, _) = await AskAsync(Answer(200, Truncated));

        Assert.Null(result);
        Assert.Equal(KqlErrorCodes.ResultTooLarge, failure!.Error.Code);
    }

    [Fact]
    public async Task QueryAsync_BadQuery_HasCodeAndPlace()
    {
        var (_, failure, server) = await AskAsync(Answer(400, BadQuery));

        Assert.Equal(("SEM0100", 1, 12, false), (failure!.Error.Code, failure.Error.Line, failure.Error.Column, failure.IsTransient));
        Assert.Equal("'where' operator: Failed to resolve column named 'x'", failure.Error.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(403, "roles")]
    [InlineData(404, "QueryUri")]
    public async Task QueryAsync_NotAllowedOrNotThere_SaysWhatToCheckAndGivesUp(int status, string advice)
    {
        var (_, failure, server) = await AskAsync(Answer(status, "no"));

        Assert.Contains(advice, failure!.Error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task QueryAsync_Unauthorized_AsksForANewTokenOnce()
    {
        var (_, failure, server) = await AskAsync(Answer(401, ""));
        var (result, _, second) = await AskAsync(Answer(401, ""), Answer(200, Fragments));

        Assert.Equal(HttpStatusCode.Unauthorized, failure!.Outcome.Status);
        Assert.Equal(["Bearer old", "Bearer new"], server.Requests.Select(request => request.Authorization));
        Assert.NotNull(result);
        Assert.Equal("Bearer new", second.Requests.Last().Authorization);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task QueryAsync_PassingFailure_IsTriedAgain(int status)
    {
        var (result, failure, server) = await AskAsync(Answer(status, "", ("Retry-After", "0")), Answer(200, Fragments));

        Assert.Null(failure);
        Assert.NotNull(result);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task QueryAsync_PassingFailureThatStays_IsAwayAfterTheTime()
    {
        var (_, failure, _) = await AskAsync(TimeSpan.Zero, Answer(503, "busy"));

        Assert.True(failure is { IsAway: true, IsTransient: true });
    }

    [Theory]
    [InlineData(40)]
    [InlineData(900)]
    public async Task QueryAsync_BodyBreaksOff_Fails(int at)
    {
        var (result, failure, _) = await AskAsync(TimeSpan.Zero, BreakOff(Good[..at]));

        Assert.Null(result);
        Assert.True(failure!.IsTransient);
    }

    [Fact]
    public async Task QueryAsync_NobodyThere_IsAway()
    {
        using var http = new HttpClient();
        var client = new KustoClient(new KustoSender(http, new FixedToken(null), TimeProvider.System), new Uri("http://127.0.0.1:9/"), "db", TimeSpan.Zero, TimeProvider.System);

        var (_, failure) = await client.QueryAsync(new KqlQuery("print 1"), Cancellation);

        Assert.True(failure!.IsAway);
        Assert.Contains("cannot be reached", failure.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QueryAsync_Parameters_TravelAsLiterals()
    {
        await using var server = await StartAsync(Answer(200, Fragments));
        await Client(server, new HttpClient(), TimeSpan.Zero).QueryAsync(
            new KqlQuery("declare query_parameters(t:datetime, s:string); print t")
            {
                Parameters = new Dictionary<string, object?> { ["t"] = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), ["s"] = "it's" },
            },
            Cancellation);

        using var body = System.Text.Json.JsonDocument.Parse(server.Requests.Single().Body);
        var parameters = body.RootElement.GetProperty("properties").GetProperty("Parameters");
        Assert.Equal("datetime(2026-03-01T00:00:00.0000000Z)", parameters.GetProperty("t").GetString());
        Assert.Equal("it's", parameters.GetProperty("s").GetString());
    }

    [Fact]
    public async Task QueryAsync_BodyBreaksOffOnce_IsAskedAgain()
    {
        var (result, failure, server) = await AskAsync(BreakOff(Good[..900]), Answer(200, Good));

        Assert.Null(failure);
        Assert.Equal(2, result!.Table.Rows.Count);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task QueryAsync_Limits_TravelAsOptions()
    {
        await using var server = await StartAsync(Answer(200, Fragments));
        await Client(server, new HttpClient(), TimeSpan.Zero).QueryAsync(
            new KqlQuery("print 1") { TakeRows = 7, MaxRows = 100, MaxBytes = 5_000, Timeout = TimeSpan.FromSeconds(90) }, Cancellation);

        using var body = System.Text.Json.JsonDocument.Parse(server.Requests.Single().Body);
        var options = body.RootElement.GetProperty("properties").GetProperty("Options");
        Assert.Equal(
            (7, 100, 5_000, "00:01:30.000"),
            (options.GetProperty("query_take_max_records").GetInt32(), options.GetProperty("truncationmaxrecords").GetInt32(), options.GetProperty("truncationmaxsize").GetInt32(), options.GetProperty("servertimeout").GetString()));
    }

    [Theory]
    [InlineData(double.NaN, "real(nan)")]
    [InlineData(double.NegativeInfinity, "real(-inf)")]
    [InlineData(0.1, "real(0.1)")]
    [InlineData(5L, "5")]
    [InlineData(true, "true")]
    public void ParameterText_Value_IsALiteral(object value, string expected) => Assert.Equal(expected, ParameterText.Of(value));

    [Fact]
    public async Task CommandAsync_Tables_AreRead()
    {
        await using var server = await StartAsync(Answer(200, """{"Tables":[{"TableName":"Table_0","Columns":[{"ColumnName":"TableName","DataType":"String","ColumnType":"string"}],"Rows":[["a"],["b"]]}]}"""));

        var (result, _) = await Client(server, new HttpClient(), TimeSpan.Zero).CommandAsync(".show tables", Cancellation);

        Assert.Equal(["a", "b"], result!.Table.Rows.Select(row => row[0]));
    }

    private static Task<(KqlResult? Result, KustoFailure? Failure, RecordedServer Server)> AskAsync(params Func<Microsoft.AspNetCore.Http.HttpContext, Task>[] answers) =>
        AskAsync(TimeSpan.FromSeconds(30), answers);

    private static async Task<(KqlResult? Result, KustoFailure? Failure, RecordedServer Server)> AskAsync(
        TimeSpan retryFor, params Func<Microsoft.AspNetCore.Http.HttpContext, Task>[] answers)
    {
        await using var server = await StartAsync(answers);
        using var http = new HttpClient();
        var (result, failure) = await Client(server, http, retryFor).QueryAsync(new KqlQuery("print 1"), Cancellation);
        return (result, failure, server);
    }

    private static KustoClient Client(RecordedServer server, HttpClient http, TimeSpan retryFor) =>
        new(new KustoSender(http, new TwoTokens(), TimeProvider.System), server.Address, "db", retryFor, TimeProvider.System);

    private sealed class TwoTokens : ITokenSource
    {
        public ValueTask<(string? Token, KustoFailure? Failure)> GetAsync(bool isRefused, CancellationToken cancellationToken) => new((isRefused ? "new" : "old", null));
    }
}
