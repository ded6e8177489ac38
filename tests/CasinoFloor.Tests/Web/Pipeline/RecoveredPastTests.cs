using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Web.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CasinoFloor.Tests.Web.Pipeline;

public sealed class RecoveredPastTests
{
    [Fact]
    public async Task RunAsync_NothingStored_IsNull()
    {
        await using var house = await TestHouse.OpenAsync();

        Assert.Null(await RunAsync(house, "M-1"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("M-1", "M-1")]
    [InlineData("M-1 M-2", "M-1 M-2 M-4")]
    [InlineData("M-1 M-3", "M-1 M-2 M-4")]
    public async Task RunAsync_MachinesOfTheSource_LooksBackAsFarAsTheirMetersAre(string machines, string expected)
    {
        await using var house = await TestHouse.OpenAsync();
        await house.WriteAsync(MeterTests.Batch(), TestBatches.At(20));

        var past = await RunAsync(house, machines.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(TestHouse.Now.AddSeconds(4), past?.Newest);
        Assert.Equal(expected, string.Join(' ', past!.Meters.Select(machine => machine.MachineId).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task RunAsync_FindingOfANewerVersion_IsLeftOutAndTheStartGoesOn()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = MeterTests.Batch();
        batch.Findings.Add(TestBatches.Finding("a", TestHouse.Now));
        await house.WriteAsync(batch, TestBatches.At(20));
        house.Execute("UPDATE alerts_live SET kind = 'Flood'");

        Assert.NotNull(await RunAsync(house, "M-1"));
    }

    private static Task<FloorPast?> RunAsync(TestHouse house, params string[] machines) =>
        new Recovery(house.House, new FloorEngine(new FloorOptions()), new PipelineOptions(), house.Time, NullLogger<Recovery>.Instance)
            .RunAsync([.. machines.Select(id => new MachineLocation { MachineId = id })], TestHouse.Token);
}
