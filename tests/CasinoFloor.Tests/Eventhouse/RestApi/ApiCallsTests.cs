using System.Net;
using CasinoFloor.Eventhouse.RestApi;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

public sealed class ApiCallsTests
{
    [Fact]
    public async Task Query_MoreThanMayRunAndWait_Is429()
    {
        var database = new BlockingDatabase();
        await using var host = await ApiHost.StartAsync(database, configure: options =>
        {
            options.MaxConcurrentQueries = 1;
            options.MaxQueued = 1;
        });
        var first = host.PostAsync("/v2/rest/query", "print 1");
        await Eventually.TrueAsync(() => database.Running == 1, ApiHost.Token);
        var second = host.PostAsync("/v2/rest/query", "print 2");
        var queries = host.Service<ApiCalls>().Queries;
        await Eventually.TrueAsync(() => queries.Waiting == 1, ApiHost.Token);

        using var third = await host.PostAsync("/v2/rest/query", "print 3");
        database.End();

        var error = await ApiHost.ErrorAsync(third, HttpStatusCode.TooManyRequests);
        Assert.False(error.GetProperty("@permanent").GetBoolean());
        Assert.Equal("1", third.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second).StatusCode);
        Assert.Equal(1, queries.Refused);
    }

    [Fact]
    public async Task Query_WaitsTooLong_Is429()
    {
        var database = new BlockingDatabase();
        await using var host = await ApiHost.StartAsync(database, configure: options =>
        {
            options.MaxConcurrentQueries = 1;
            options.MaxWait = TimeSpan.FromMilliseconds(1);
        });
        var first = host.PostAsync("/v2/rest/query", "print 1");
        await Eventually.TrueAsync(() => database.Running == 1, ApiHost.Token);

        using var second = await host.PostAsync("/v2/rest/query", "print 2");
        database.End();

        await ApiHost.ErrorAsync(second, HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
    }

    [Fact]
    public async Task Query_ClientGoesAway_IsCancelled()
    {
        var database = new BlockingDatabase();
        await using var host = await ApiHost.StartAsync(database);
        using var gone = new CancellationTokenSource();
        var query = host.Http.PostAsync(
            "/v2/rest/query", new StringContent("""{"csl":"print 1"}""", System.Text.Encoding.UTF8, "application/json"), gone.Token);
        await Eventually.TrueAsync(() => database.Running == 1, ApiHost.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        await Eventually.TrueAsync(() => database.Cancelled == 1, ApiHost.Token);
        await Eventually.TrueAsync(() => host.Service<RunningRequests>().All.Count == 0, ApiHost.Token);
    }

    [Fact]
    public async Task Query_CancelledByItsId_SaysSo()
    {
        var database = new BlockingDatabase();
        await using var host = await ApiHost.StartAsync(database);
        host.Http.DefaultRequestHeaders.Add("x-ms-client-request-id", "mine");
        var query = host.PostAsync("/v2/rest/query", "print 1");
        await Eventually.TrueAsync(() => database.Running == 1, ApiHost.Token);

        Assert.Empty(host.Service<RunningRequests>().Cancel("another"));
        Assert.Single(host.Service<RunningRequests>().Cancel("mine"));

        var error = await ApiHost.ErrorAsync(await query, HttpStatusCode.BadRequest);
        Assert.Equal("E_QUERY_CANCELLED", error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Query_DatabaseNotOpenYet_Is503()
    {
        await using var host = await ApiHost.StartAsync(new BlockingDatabase { IsOpen = false });

        using var response = await host.PostAsync("/v2/rest/query", "print 1");

        Assert.False((await ApiHost.ErrorAsync(response, HttpStatusCode.ServiceUnavailable)).GetProperty("@permanent").GetBoolean());
    }

    [Fact]
    public async Task Query_Disabled_IsNotServed()
    {
        await using var host = await ApiHost.StartAsync(new BlockingDatabase(), configure: options => options.Enabled = false);

        using var response = await host.PostAsync("/v2/rest/query", "print 1");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
