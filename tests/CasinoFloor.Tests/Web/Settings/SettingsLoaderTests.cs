using CasinoFloor.Web.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CasinoFloor.Tests.Web.Settings;

public sealed class SettingsLoaderTests
{
    [Fact]
    public void Load_TheShippedFiles_IsWell()
    {
        Assert.Equal(SourceKind.Simulator, SettingsLoader.Load(Configuration(), "default").App.Source);
    }

    [Theory]
    [InlineData("Pipelin:Tick", "00:00:01", "Pipelin is no setting; the sections are CasinoFloor, Pipeline")]
    [InlineData("Eventhouse:Embeded:File", "x", "Eventhouse:Embeded is no setting; there is only Kind, Embedded, Remote, Api")]
    [InlineData("Pipeline:Tik", "00:00:01", "Pipeline:Tik is no setting.")]
    [InlineData("Floor:Detectors:Jackpot:LargeWinn", "5", "Floor:Detectors:Jackpot:LargeWinn is no setting.")]
    [InlineData("Urls", "garbage", "Urls (--urls) has 'garbage'")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging:LogLevel:Default is 'Loud'; it must be Trace, Debug")]
    [InlineData("Logging:Console:LogLevel:Default", "Loud", "Logging:Console:LogLevel:Default is 'Loud'")]
    public void Load_WrongNameOrValue_NamesIt(string name, string value, string expected)
    {
        var exception = Assert.Throws<SettingsException>(() => SettingsLoader.Load(Configuration((name, value)), "default"));

        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Load_DialectOfAReplayThatThereIsNot_NamesThoseThereAre()
    {
        var configuration = Configuration(("CasinoFloor:Source", "replay"), ("Replay:Path", "x"), ("Replay:Dialect", "klingon"));

        var exception = Assert.Throws<SettingsException>(() => SettingsLoader.Load(configuration, "default"));

        Assert.Equal("Replay:Dialect is 'klingon'; the dialects are default, peer.", exception.Message);
    }

    private static IConfigurationRoot Configuration(params (string Name, string Value)[] values) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "dialects.json"))
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
        .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)))
        .Build();
}
