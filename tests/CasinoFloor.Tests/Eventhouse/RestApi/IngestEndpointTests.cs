using System.Net;
using System.Text;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

public sealed class IngestEndpointTests
{
    [Fact]
    public async Task Ingest_GzipJsonWithMapping_StoresTheRows()
    {
        await using var host = await ApiHost.StartAsync();
        await CommandAsync(host, ".create table T (a:long, b:string)");
        await CommandAsync(host, ".create table T ingestion json mapping 'm' '[{\"column\":\"a\",\"path\":\"$.x.a\"},{\"column\":\"b\",\"path\":\"$.b\"}]'");

        using var response = await host.Http.PostAsync(
            "/v1/rest/ingest/NetDefaultDB/T?streamFormat=json&mappingName=m",
            QueryEndpointTests.Gzip("{\"x\":{\"a\":1},\"b\":\"one\"}\n{\"x\":{\"a\":2}}", "application/octet-stream"), ApiHost.Token);

        Assert.Equal("[[2]]", (await ApiHost.ReadAsync(response)).GetProperty("Tables")[0].GetProperty("Rows").GetRawText());
        var rows = AnswerV2Tests.Primary(await host.QueryAsync("T | sort by a asc")).GetProperty("Rows");
        Assert.Equal("""[[1,"one"],[2,""]]""", rows.GetRawText());
    }

    [Theory]
    [InlineData("casino_realtime/slot_events_live?streamFormat=avro", "streamFormat")]
    [InlineData("casino_realtime/slot_events_live", "streamFormat")]
    [InlineData("casino_realtime/nothing?streamFormat=json", "'nothing'")]
    [InlineData("casino_realtime/slot_events_live?streamFormat=json&mappingName=none", "'none'")]
    [InlineData("other/slot_events_live?streamFormat=json", "'other'")]
    [InlineData("casino_realtime/slot_events_live?streamFormat=json&sourceKind=uri", "sourceKind")]
    [InlineData("casino_realtime/slot_events_live?streamFormat=json", "event_timestamp")]
    public async Task Ingest_WrongRequest_Is400AndSaysWhat(string path, string names)
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.Http.PostAsync($"/v1/rest/ingest/{path}", new StringContent("{\"event_id\":\"x\"}", Encoding.UTF8, "application/json"), ApiHost.Token);

        Assert.Contains(names, (await ApiHost.ErrorAsync(response, HttpStatusCode.BadRequest)).GetProperty("@message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_PolicyDisabled_IsRefused()
    {
        await using var host = await ApiHost.StartAsync();
        await CommandAsync(host, ".create table T (a:long)");
        await CommandAsync(host, ".alter table T policy streamingingestion disable");

        using var response = await host.Http.PostAsync("/v1/rest/ingest/casino_realtime/T?streamFormat=csv", new StringContent("1"), ApiHost.Token);

        await ApiHost.ErrorAsync(response, HttpStatusCode.BadRequest);
    }

    private static async Task CommandAsync(ApiHost host, string command)
    {
        using var response = await host.PostAsync("/v1/rest/mgmt", command);
        await ApiHost.ReadAsync(response);
    }
}
