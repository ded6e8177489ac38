using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CasinoFloor.Tests.Web.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Read_NothingConfigured_KeepsTheDefaults()
    {
        var reader = Reader();

        var options = reader.Read(PipelineOptions.Section, new PipelineOptions(), value => value.Validate());

        Assert.Equal(64, options.MaxBatches);
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public void Read_ValuesOutOfRange_ReportsEveryOneWithItsName()
    {
        var reader = Reader(("Pipeline:MaxBatches", "1"), ("Pipeline:WriteRows", "0"), ("Pipeline:Tick", "01:00:00"));

        reader.Read(PipelineOptions.Section, new PipelineOptions(), value => value.Validate());

        Assert.Collection(
            reader.Errors,
            error => Assert.StartsWith("Pipeline:MaxBatches is 1;", error, StringComparison.Ordinal),
            error => Assert.StartsWith("Pipeline:WriteRows is 0;", error, StringComparison.Ordinal),
            error => Assert.StartsWith("Pipeline:Tick is 01:00:00;", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Pipeline:WriteRows", "many")]
    [InlineData("Pipeline:WriteRowz", "5")]
    public void Read_UnreadableValueOrUnknownName_NamesIt(string name, string value)
    {
        var reader = Reader((name, value));

        reader.Read(PipelineOptions.Section, new PipelineOptions(), options => options.Validate());

        var error = Assert.Single(reader.Errors);
        Assert.Contains(name.Split(':')[1], error, StringComparison.Ordinal);
        Assert.Throws<SettingsException>(reader.ThrowIfWrong);
    }

    private static SettingsReader Reader(params (string Name, string Value)[] values) =>
        new(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)))
            .Build());
}
