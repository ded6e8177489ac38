using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Output;
using CasinoFloor.Web.Sources.Simulator.Scenarios;
using CasinoFloor.Web.Training;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Scenarios;

public sealed class ScenarioTests
{
    [Theory]
    [InlineData("machine:slot-00100")]
    [InlineData("section:Penny")]
    [InlineData("bank:PN-01")]
    [InlineData("random")]
    public void Run_JackpotNow_LocksAMachineOfTheTargetWithinAMinute(string target)
    {
        var (writer, simulation) = Begin(RecordingWriter.Clean(300));
        var before = writer.Messages.Count;

        var outcome = simulation.Run("jackpot now", ScenarioTarget.Parse(target)!);

        Assert.True(outcome.Happened, outcome.Text);
        simulation.Advance(RecordingWriter.Start.AddMinutes(3), writer);
        var machine = outcome.Text[..outcome.Text.IndexOf(' ', StringComparison.Ordinal)];
        var jackpot = writer.Messages.Skip(before).First(message => message.Type == "JACKPOT" && message.Key == machine);
        Assert.Contains($" wins ${jackpot.Amount("payout_amount"):N2} ", outcome.Text, StringComparison.Ordinal);
        Assert.True(jackpot.Amount("payout_amount") >= 1_200);
        Assert.Contains(writer.Messages.Skip(before), message => message.Type == "SPIN" && message.Key == machine && message.Time <= jackpot.Time);
    }

    [Fact]
    public void Run_BusySaturdayNight_FillsTheFloorAndEnds()
    {
        var options = RecordingWriter.Clean(600);
        options.HourCurve = new SimulatorOptions().HourCurve;
        options.WeekdayCurve = new SimulatorOptions().WeekdayCurve;
        var (writer, simulation) = Begin(options, only: "\"SPIN\"");

        Assert.True(simulation.Run("BUSY-saturday-night", ScenarioTarget.Anywhere).Happened);
        simulation.Advance(RecordingWriter.Start.AddMinutes(180), writer);

        Assert.InRange(Spins(writer, 1), 1_700, 3_000);
        Assert.True(Spins(writer, 10) > 1.45 * Spins(writer, 1), $"{Spins(writer, 1)} to {Spins(writer, 10)}");
        Assert.True(Spins(writer, 50) > 1.45 * Spins(writer, 1));
        Assert.True(Spins(writer, 160) < 1.35 * Spins(writer, 1));
    }

    [Theory]
    [InlineData("rain of coins", "random", "There is no scenario 'rain of coins'.")]
    [InlineData("jackpot now", "bank:XX-99", "There is no bank 'XX-99' on this floor.")]
    [InlineData("busy Saturday night", "section:Penny", "'busy Saturday night' is about the whole floor; it takes no target.")]
    public void Run_WhatThereIsNot_SaysSoAndChangesNothing(string name, string target, string expected)
    {
        var (writer, simulation) = Begin(RecordingWriter.Clean(100));

        Assert.Equal(ScenarioOutcome.Refused(expected), simulation.Run(name, ScenarioTarget.Parse(target)!));

        simulation.Advance(RecordingWriter.Start.AddMinutes(5), writer);
        Assert.Equal(RecordingWriter.Run(RecordingWriter.Clean(100), TimeSpan.FromMinutes(5)).Messages.Select(message => message.Body), writer.Messages.Select(message => message.Body));
    }

    [Fact]
    public void Run_JackpotOnALockedMachine_IsRefused()
    {
        var (writer, simulation) = Begin(RecordingWriter.Clean(100));
        var target = ScenarioTarget.Parse("machine:SLOT-00001")!;
        Assert.True(simulation.Run("jackpot now", target).Happened);
        simulation.Advance(RecordingWriter.Start.AddMinutes(2.5), writer);

        var outcome = simulation.Run("jackpot now", target);

        Assert.False(outcome.Happened);
        Assert.Contains("SLOT-00001", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EveryScenario_SameSeedGivesTheSameBytes()
    {
        Assert.Equal(All(), All());

        static List<string> All()
        {
            var (writer, simulation) = Begin(new SimulatorOptions { Machines = 200, LateShare = 0.05, DuplicateShare = 0.05, NetworkGapsPerDay = 500, PowerLossesPerDay = 500 });
            foreach (var scenario in ScenarioCatalog.All)
            {
                Assert.True(simulation.Run(scenario.Name, ScenarioTarget.Anywhere).Happened);
            }

            simulation.Advance(RecordingWriter.Start.AddMinutes(20), writer);
            return [.. writer.Messages.Select(message => message.Body)];
        }
    }

    [Fact]
    public async Task RunAsync_SimulateWithScenario_LetsItHappenAtItsTime()
    {
        using var stream = new MemoryStream();
        await using var output = NdjsonOutput.To(stream, [EventStream.Slot]);
        var request = new SimulateRequest
        {
            Start = RecordingWriter.Start,
            Duration = TimeSpan.FromMinutes(8),
            AtMaxSpeed = true,
            Scenario = "bank loses power",
            Target = ScenarioTarget.Parse("bank:PN-01")!,
            ScenarioAfter = TimeSpan.FromMinutes(2.5),
        };

        var result = await new SimulateToWriter(RecordingWriter.Clean(100), TimeProvider.System)
            .RunAsync(new NdjsonStage(output, long.MaxValue), request, TestContext.Current.CancellationToken);

        Assert.True(result.Scenario!.Happened);
        var off = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n').First(line => line.Contains("POWER_OFF", StringComparison.Ordinal));
        Assert.Contains("2026-11-20T18:02:30", off, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_UnknownScenario_NamesThoseThereAre() => Assert.Contains(
        "jackpot now, bank loses power, busy Saturday night, network gap, hopper run",
        Assert.Single(new SimulateRequest { Scenario = "rain", Count = 1 }.Validate()),
        StringComparison.Ordinal);

    private static int Spins(RecordingWriter writer, int minute)
    {
        var from = RecordingWriter.Start.AddMinutes(minute).Ticks;
        return writer.Messages.Count(message => message.SentTicks >= from && message.SentTicks < from + TimeSpan.TicksPerMinute);
    }

    private static (RecordingWriter Writer, FloorSimulation Simulation) Begin(SimulatorOptions options, string? only = null)
    {
        var writer = new RecordingWriter(only);
        var simulation = new FloorSimulation(options, FloorPlan.Create(options), RecordingWriter.Start);
        simulation.Advance(RecordingWriter.Start.AddMinutes(2), writer);
        return (writer, simulation);
    }
}
