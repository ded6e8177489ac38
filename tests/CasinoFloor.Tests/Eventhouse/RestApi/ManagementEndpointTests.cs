using System.Net;
using System.Net.Http.Json;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

public sealed class ManagementEndpointTests
{
    [Fact]
    public async Task Command_Show_AnswersOneTable()
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync("/v1/rest/mgmt", ".show tables | where TableName startswith 'slot_events' | project TableName, n = 1");

        var table = Assert.Single((await ApiHost.ReadAsync(response)).GetProperty("Tables").EnumerateArray());
        Assert.Equal("""[{"ColumnName":"TableName","DataType":"String","ColumnType":"string"},{"ColumnName":"n","DataType":"Int64","ColumnType":"long"}]""", table.GetProperty("Columns").GetRawText());
        Assert.Equal("""[["slot_events_live",1]]""", table.GetProperty("Rows").GetRawText());
    }

    [Theory]
    [InlineData("casino_realtime", ".drop table slot_events_live", "line")]
    [InlineData("casino_realtime", ".reboot cluster", "'.reboot' is not supported")]
    [InlineData("casino_realtime", "print 1", "/v2/rest/query")]
    [InlineData("NetDefaultDB", ".get ingestion resources", "streaming ingestion")]
    [InlineData("other", ".show tables", "'other'")]
    public async Task Command_NotPossible_Is400(string database, string command, string names)
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.Http.PostAsJsonAsync("/v1/rest/mgmt", new { db = database, csl = command }, ApiHost.Token);

        Assert.Contains(names, (await ApiHost.ErrorAsync(response, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_ReadOnly_ChangesNothing()
    {
        await using var host = await ApiHost.StartAsync();
        var properties = new { Options = new { request_readonly = true } };

        using var refused = await host.PostAsync("/v1/rest/mgmt", ".create table T (a:long)", properties);
        using var shown = await host.PostAsync("/v1/rest/mgmt", ".show tables", properties);

        await ApiHost.ErrorAsync(refused, HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task CancelQuery_RunningQuery_EndsIt()
    {
        var database = new BlockingDatabase();
        await using var host = await ApiHost.StartAsync(database, configure: options => options.MaxConcurrentWrites = 1);
        using var message = new HttpRequestMessage(HttpMethod.Post, "/v2/rest/query") { Content = JsonContent.Create(new { csl = "print 1" }) };
        message.Headers.Add("x-ms-client-request-id", "me;7");
        var query = host.Http.SendAsync(message, ApiHost.Token);
        await Eventually.TrueAsync(() => database.Running == 1, ApiHost.Token);

        using var listed = await host.PostAsync("/v1/rest/mgmt", ".show queries | project ClientActivityId, Text");
        using var cancelled = await host.PostAsync("/v1/rest/mgmt", ".cancel query 'me;7'");

        Assert.Equal("""[["me;7","print 1"]]""", (await ApiHost.ReadAsync(listed)).GetProperty("Tables")[0].GetProperty("Rows").GetRawText());
        Assert.True((await ApiHost.ReadAsync(cancelled)).GetProperty("Tables")[0].GetProperty("Rows")[0][2].GetBoolean());
        await ApiHost.ErrorAsync(await query, HttpStatusCode.BadRequest);
    }
}
