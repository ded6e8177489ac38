using CasinoFloor.Eventhouse.Embedded;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class EmbeddedOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreGood()
    {
        var options = new EmbeddedOptions();

        Assert.Empty(options.Validate());
        Assert.Equal(TimeSpan.FromDays(35), options.RetentionAge);
        Assert.InRange(options.EffectiveThreads, 1, 4);
    }

    [Fact]
    public void Validate_EverythingWrong_NamesEverySetting()
    {
        var options = new EmbeddedOptions
        {
            Directory = " ",
            File = "a/b",
            RetentionAge = TimeSpan.Zero,
            MaxSizeBytes = 1,
            MemoryLimitBytes = 1,
            Threads = -1,
            CheckpointBytes = 1,
        };

        Assert.Equal(
            ["Directory", "File", "RetentionAge", "MaxSizeBytes", "MemoryLimitBytes", "Threads", "CheckpointBytes"],
            options.Validate().Select(error => error.Split(' ')[0].Replace("Eventhouse:Embedded:", "", StringComparison.Ordinal)));
    }
}
