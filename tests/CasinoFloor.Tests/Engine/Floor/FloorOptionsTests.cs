using CasinoFloor.Engine.Floor;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CasinoFloor.Tests.Engine.Floor;

public sealed class FloorOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreRight() => Assert.Empty(new FloorOptions().Validate());

    [Fact]
    public void Validate_SeveralWrong_NamesAllWithTheirPaths()
    {
        var options = new FloorOptions { MaximumMachines = 0 };
        options.Detectors.Jackpot.LargeWin = 0;
        options.Detectors.Jackpot.High = 100;
        options.Detectors.HotCold.TimeZone = "Mars/Olympus";
        options.Detectors.HotCold.Opens = new TimeOnly(10, 0);
        options.Windows.PartitionIdleAfter = TimeSpan.Zero;

        var errors = options.Validate();

        string[] paths =
        [
            "Floor:MaximumMachines ", "Floor:Detectors:Jackpot:LargeWin ", "Floor:Detectors:Jackpot:High ", "Floor:Detectors:HotCold:TimeZone ",
            "Floor:Detectors:HotCold:Closes ", "Floor:Windows:PartitionIdleAfter ",
        ];
        Assert.Equal(paths.Length, errors.Count);
        Assert.All(paths, path => Assert.Contains(errors, e => e.StartsWith(path, StringComparison.Ordinal)));
        Assert.Throws<ArgumentException>(() => new FloorEngine(options));
    }

    [Fact]
    public void Bind_FromConfiguration_ReachesEveryDepth()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Floor:Clock"] = "EventTime",
            ["Floor:Windows:OutOfOrderness"] = "00:00:45",
            ["Floor:Detectors:Jackpot:LargeWin"] = "1200.50",
            ["Floor:Detectors:HotCold:Opens"] = "10:00",
        }).Build();

        var options = configuration.GetSection(FloorOptions.Section).Get<FloorOptions>()!;

        Assert.Equal(FloorClockMode.EventTime, options.Clock);
        Assert.Equal(TimeSpan.FromSeconds(45), options.Windows.OutOfOrderness);
        Assert.Equal(1200.50m, options.Detectors.Jackpot.LargeWin);
        Assert.Equal(new TimeOnly(10, 0), options.Detectors.HotCold.Opens);
    }
}
