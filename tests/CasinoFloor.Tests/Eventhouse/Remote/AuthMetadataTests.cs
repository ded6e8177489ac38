using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Remote.Access;
using static CasinoFloor.Tests.Eventhouse.Remote.RecordedServer;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class AuthMetadataTests
{
    [Theory]
    [InlineData(404, "", "https://kusto.kusto.windows.net/.default")]
    [InlineData(200, """{"AzureAD":{"LoginEndpoint":"https://login.microsoftonline.com","KustoServiceResourceId":"https://kusto.fabric.microsoft.com"}}""", "https://kusto.fabric.microsoft.com/.default")]
    [InlineData(200, """{"AzureAD":{}}""", "https://kusto.kusto.windows.net/.default")]
    public async Task ScopeAsync_Answer_GivesTheScope(int status, string body, string scope)
    {
        await using var server = await StartAsync(Answer(status, body));
        using var http = new HttpClient();

        Assert.Equal(scope, await AuthMetadata.ScopeAsync(http, server.Address, TestContext.Current.CancellationToken));
        Assert.Equal("/v1/rest/auth/metadata", server.Requests.Single().Path);
    }

    [Fact]
    public async Task ScopeAsync_NoEventhouse_SaysSo()
    {
        await using var server = await StartAsync(Answer(200, "<html>"));
        using var http = new HttpClient();

        await Assert.ThrowsAsync<EventhouseException>(() => AuthMetadata.ScopeAsync(http, server.Address, TestContext.Current.CancellationToken));
    }
}
