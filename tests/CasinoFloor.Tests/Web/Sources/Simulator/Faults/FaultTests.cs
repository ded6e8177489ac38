using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Training;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Faults;

public sealed class FaultTests
{
    [Fact]
    public void Advance_Errors_ClusterOnFewMachines()
    {
        var errors = RecordingWriter.Run(RecordingWriter.Clean(1_000), TimeSpan.FromHours(8), only: "\"ERROR\"").Messages.Where(message => message.Type == "ERROR")
            .GroupBy(message => message.Key).Select(machine => machine.Count()).OrderDescending().ToList();

        // The worst two of a hundred machines have most of the errors.
        Assert.True(errors.Take(20).Sum() > errors.Sum() / 2, $"{errors.Take(20).Sum()} of {errors.Sum()}");
        Assert.True(errors.Count > 100);
    }

    [Fact]
    public void Advance_SickMachine_HasMoreThanFiveErrorsInFifteenMinutes()
    {
        var bursts = RecordingWriter.Run(RecordingWriter.Clean(1_000), TimeSpan.FromHours(4), only: "\"ERROR\"").Messages.Where(message => message.Type == "ERROR")
            .GroupBy(message => message.Key)
            .Count(machine => machine.Zip(machine.Skip(5)).Any(pair => pair.Second.Time - pair.First.Time < TimeSpan.FromMinutes(15)));

        Assert.InRange(bursts, 5, 100);
    }

    [Fact]
    public void Advance_BankWithoutPower_IsSilentAsAWholeAndComesBack()
    {
        var writer = Run("bank loses power", "bank:PN-02", RecordingWriter.Clean(300), TimeSpan.FromMinutes(10));
        var bank = Bank("PN-02");
        var off = writer.Messages.Where(message => message.Type == "POWER_OFF" && bank.Contains(message.Key)).ToList();
        var on = writer.Messages.Where(message => message.Type == "POWER_ON" && bank.Contains(message.Key)).ToList();

        Assert.Equal(bank, off.Select(message => message.Key).ToHashSet());
        Assert.Equal(bank, on.Select(message => message.Key).ToHashSet());
        Assert.True(off[^1].Time - off[0].Time < TimeSpan.FromSeconds(2));
        Assert.InRange((on[0].Time - off[0].Time).TotalMinutes, 3.9, 4.2);
        Assert.DoesNotContain(
            writer.Messages, message => bank.Contains(message.Key) && message.Time > off[^1].Time && message.Time < on[0].Time);
        Assert.Contains(writer.Messages, message => bank.Contains(message.Key) && message.Type == "SPIN" && message.Time > on[^1].Time);
    }

    [Fact]
    public void Advance_NetworkGap_DeliversEverythingLateInOneBurstAndInOrder()
    {
        var quiet = Run(null, "random", RecordingWriter.Clean(300), TimeSpan.FromMinutes(10));
        var writer = Run("network gap", "bank:PN-02", RecordingWriter.Clean(300), TimeSpan.FromMinutes(10));
        var bank = Bank("PN-02");
        var late = writer.Messages.Where(message => new DateTime(message.SentTicks, DateTimeKind.Utc) - message.Time > TimeSpan.FromSeconds(1)).ToList();

        // Nothing else changes: the same events, only later.
        Assert.Equal(quiet.Messages.Select(message => message.Body).Order(), writer.Messages.Select(message => message.Body).Order());
        Assert.All(late, message => Assert.Contains(message.Key, bank));
        Assert.True(late.Count > 30);
        Assert.InRange(late.Max(message => message.SentTicks) - late.Min(message => message.SentTicks), 0, TimeSpan.FromSeconds(2).Ticks);
        Assert.All(
            writer.Messages.Where(message => bank.Contains(message.Key)).GroupBy(message => message.Key),
            machine => Assert.Equal(machine.OrderBy(message => message.Time).Select(message => message.Body), machine.Select(message => message.Body)));
    }

    [Fact]
    public void Advance_HopperRun_EndsInHopperLowAndFills()
    {
        var options = RecordingWriter.Clean(300);
        options.Occupancy = 0.9;
        var writer = Run("hopper run", "section:Penny", options, TimeSpan.FromMinutes(30));

        Assert.True(writer.Messages.Count(message => message.Type == "HOPPER_LOW") > 10);
        var filled = writer.Messages.Where(message => message.Stream == EventStream.Slot).GroupBy(message => message.Key)
            .Count(machine => machine.Zip(machine.Skip(1)).Any(pair => Level(pair.First) < 20 && Level(pair.Second) > 85));
        Assert.True(filled > 10);
    }

    [Fact]
    public void Advance_Hopper_FallsOnlyWithWhatIsPaid()
    {
        foreach (var machine in RecordingWriter.Run(RecordingWriter.Clean(200), TimeSpan.FromHours(1)).Messages.Where(message => message.Stream == EventStream.Slot).GroupBy(message => message.Key))
        {
            foreach (var (before, after) in machine.Zip(machine.Skip(1)))
            {
                var fell = Level(after) < Level(before);
                Assert.True(!fell || after.Amount("payout_amount") > 0, $"{machine.Key} at {after.Time}");
            }
        }
    }

    private static double Level(RecordedMessage message) => (double)message.Amount("hopper_level");

    private static HashSet<string> Bank(string name) =>
        [.. FloorPlan.Create(RecordingWriter.Clean(300)).Machines.Where(machine => machine.Location.Bank == name).Select(machine => machine.Location.MachineId)];

    private static RecordingWriter Run(string? scenario, string target, SimulatorOptions options, TimeSpan duration)
    {
        var writer = new RecordingWriter();
        var simulation = new FloorSimulation(options, FloorPlan.Create(options), RecordingWriter.Start);
        simulation.Advance(RecordingWriter.Start.AddMinutes(2), writer);
        if (scenario is not null)
        {
            Assert.True(simulation.Run(scenario, ScenarioTarget.Parse(target)!).Happened);
        }

        simulation.Advance(RecordingWriter.Start + duration, writer);
        return writer;
    }
}
