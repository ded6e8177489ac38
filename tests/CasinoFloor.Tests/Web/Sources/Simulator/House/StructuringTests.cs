using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.House;

public sealed class StructuringTests
{
    [Fact]
    public void Advance_ADay_HasPlayersWhoSplitCash()
    {
        var split = Split(6);

        Assert.InRange(split.Count, 2, 15);
        Assert.All(split, player => Assert.InRange(player.Count(), 2, 5));
        Assert.Contains(split, player => player.Select(message => message.Text("cage_location")).Distinct().Count() > 1);
    }

    [Fact]
    public void Advance_WithoutStructuring_HasNone() => Assert.Empty(Split(0));

    private static List<IGrouping<string, RecordedMessage>> Split(double perDay)
    {
        var options = new SimulatorOptions { Machines = 100, StructuringPerDay = perDay };
        return [.. RecordingWriter.Run(options, TimeSpan.FromDays(1), only: "\"cage_location\"").Messages
            .Where(message => message.Stream == EventStream.Cash && message.Body.StartsWith('{') && message.Body.EndsWith('}'))
            .DistinctBy(message => message.Body)
            .Where(message => message.Text("payment_method") == "Cash" && message.Amount("amount") is >= 8_000 and < 10_000)
            .GroupBy(message => message.Text("player_id"))
            .Where(player => player.Count() > 1)];
    }
}
