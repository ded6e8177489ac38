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

        Assert.Equal((scope, null), await AuthMetadata.ScopeAsync(http, server.Address, TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Equal("/v1/rest/auth/metadata", server.Requests.Single().Path);
    }

    [Theory]
    [InlineData(200, "<html>", false)]
    [InlineData(500, "", true)]
    public async Task ScopeAsync_NoScope_SaysWhetherItMayPass(int status, string body, bool isTransient)
    {
        await using var server = await StartAsync(Answer(status, body));
        using var http = new HttpClient();

        var (scope, failure) = await AuthMetadata.ScopeAsync(http, server.Address, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Null(scope);
        Assert.Equal(isTransient, failure!.IsTransient);
    }
}
