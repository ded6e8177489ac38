using CasinoFloor.Eventhouse.Remote;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class RemoteOptionsTests
{
    [Fact]
    public void Validate_GoodSettings_FindsNothing() =>
        Assert.Empty(new RemoteOptions { QueryUri = "https://name.z0.kusto.fabric.microsoft.com" }.Validate());

    [Theory]
    [InlineData("", "QueryUri must be the Eventhouse's query address")]
    [InlineData("name.kusto.windows.net", "QueryUri must be the Eventhouse's query address")]
    [InlineData("http://name.kusto.windows.net", "QueryUri must be https")]
    public void Validate_Address_SaysWhatIsWrong(string address, string expected) =>
        Assert.Contains(expected, string.Join('\n', new RemoteOptions { QueryUri = address }.Validate()), StringComparison.Ordinal);

    [Fact]
    public void Validate_ClientSecretWithoutItsParts_NamesEach()
    {
        var errors = new RemoteOptions { QueryUri = "https://a.b", Authentication = RemoteAuthentication.ClientSecret }.Validate();

        Assert.Equal(3, errors.Count);
    }

    [Theory]
    [InlineData("https://name.kusto.windows.net", "https://ingest-name.kusto.windows.net/")]
    [InlineData("http://localhost:8080", "http://localhost:8080/")]
    public void Ingest_NotGiven_ComesFromTheQueryAddress(string query, string expected) =>
        Assert.Equal(expected, new RemoteOptions { QueryUri = query }.Ingest.ToString());
}
