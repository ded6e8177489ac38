using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Scenarios;
using CasinoFloor.Web.Training;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Scenarios;

public sealed class ScenarioDeskTests
{
    private static readonly SimulatorOptions Options = RecordingWriter.Clean(60);
    private readonly FakeTimeProvider _time = new();
    private readonly FloorPlan _plan = FloorPlan.Create(Options);

    [Fact]
    public async Task RunAsync_Served_GivesWhatHappened()
    {
        var desk = new ScenarioDesk(_plan, _time);
        var waiting = desk.RunAsync("jackpot now", ScenarioTarget.Anywhere, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        desk.Serve(Simulation());

        Assert.True((await waiting).Happened);
    }

    [Fact]
    public async Task RunAsync_NobodyServes_GivesUpAndIsNotCarriedOutLater()
    {
        var desk = new ScenarioDesk(_plan, _time);
        var waiting = desk.RunAsync("bank loses power", ScenarioTarget.Anywhere, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(11));

        Assert.Contains("nothing happened", (await waiting).Text, StringComparison.Ordinal);
        var simulation = Simulation();
        desk.Serve(simulation);
        var writer = new RecordingWriter();
        simulation.Advance(RecordingWriter.Start.AddMinutes(1), writer);
        Assert.DoesNotContain(writer.Messages, message => message.Type == "POWER_OFF");
    }

    [Fact]
    public async Task RunAsync_MoreThanMayWait_RefusesTheRest()
    {
        var desk = new ScenarioDesk(_plan, _time);
        var waiting = Enumerable.Range(0, ScenarioDesk.Capacity).Select(_ => desk.RunAsync("hopper run", ScenarioTarget.Anywhere, default)).ToList();

        Assert.False((await desk.RunAsync("hopper run", ScenarioTarget.Anywhere, TestContext.Current.CancellationToken)).Happened);

        desk.Serve(Simulation());
        Assert.All(await Task.WhenAll(waiting), outcome => Assert.True(outcome.Happened));
        var next = desk.RunAsync("hopper run", ScenarioTarget.Anywhere, TestContext.Current.CancellationToken);
        desk.Serve(Simulation());
        Assert.True((await next).Happened);
    }

    [Fact]
    public void Targets_OfTheDesk_AreThoseOfThePlan()
    {
        var targets = new ScenarioDesk(_plan, _time).Targets;
        Assert.Equal(60, targets.Machines.Count);
        Assert.Contains("Penny", targets.Sections);
        Assert.Contains("PN-01", targets.Banks);
    }

    private FloorSimulation Simulation() => new(Options, _plan, RecordingWriter.Start);
}
