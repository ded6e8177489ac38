using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

/// <summary>A simulation that begins on a floor with a past ends what was left open there.</summary>
public sealed class UnsettledTests
{
    private const string Machine = "SLOT-00007";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Advance_HandPayLeft_IsPaidAndResetWithoutBeingToldAgain(bool isAttended)
    {
        var types = Types(new UnsettledMachine(Machine) { HandPay = Money.FromDecimal(4_000), HasEmployeeCard = isAttended, HasPlayerCard = true }, 30);

        var reset = types.IndexOf("JACKPOT_RESET");
        Assert.True(reset >= 0);
        Assert.Equal(isAttended ? -1 : 0, types.IndexOf("EMPLOYEE_CARD_IN"));
        Assert.Equal("EMPLOYEE_CARD_OUT", types[reset + 1]);
        Assert.DoesNotContain(types[..reset], type => type is "SPIN" or "JACKPOT" or "DOOR_OPEN");
    }

    [Fact]
    public void Advance_MachinesWithoutPower_GetItBackBeforeAnythingElseIsHeardOfThem()
    {
        string[] machines = [Machine, "SLOT-00008", "SLOT-00120"];
        var messages = Run([.. machines.Select(id => new UnsettledMachine(id) { IsPowerOff = true })], 15).Messages;

        Assert.All(machines, id => Assert.Equal("POWER_ON", messages.First(message => message.Key == id).Type));
        Assert.All(machines, id => Assert.InRange(messages.First(message => message.Key == id).Time, RecordingWriter.Start.AddMinutes(1), RecordingWriter.Start.AddMinutes(6)));
    }

    [Fact]
    public void Advance_HandPayOfAMachineWithoutPower_IsResetAfterItIsOnAgain()
    {
        var types = Types(new UnsettledMachine(Machine) { HandPay = Money.FromDecimal(4_000), IsPowerOff = true }, 40);

        Assert.Equal("POWER_ON", types[0]);
        Assert.Contains("JACKPOT_RESET", types);
    }

    [Fact]
    public void Advance_DoorLeftOpen_IsClosedBeforeTheNextGame()
    {
        var types = Types(new UnsettledMachine(Machine) { IsDoorOpen = true, HasEmployeeCard = true, HasPlayerCard = true }, 30);

        Assert.Equal("DOOR_CLOSE", types.First(type => type is "DOOR_CLOSE" or "SPIN"));
        Assert.Equal("EMPLOYEE_CARD_OUT", types.First(type => type.StartsWith("EMPLOYEE", StringComparison.Ordinal)));
    }

    [Fact]
    public void Advance_TiltLeft_IsClearedByAVisit()
    {
        var types = Types(new UnsettledMachine(Machine) { IsTilted = true, HasPlayerCard = true }, 30);

        Assert.Equal(["EMPLOYEE_CARD_IN", "DOOR_OPEN", "DOOR_CLOSE"], types.Where(type => type is "EMPLOYEE_CARD_IN" or "DOOR_OPEN" or "DOOR_CLOSE" or "SPIN").Take(3));
    }

    [Fact]
    public void Advance_HandPayBehindAnOpenDoor_BothEnd()
    {
        var types = Types(new UnsettledMachine(Machine) { HandPay = Money.FromDecimal(2_000), IsDoorOpen = true, HasEmployeeCard = true }, 40);

        Assert.Contains("JACKPOT_RESET", types);
        Assert.Contains("DOOR_CLOSE", types);
    }

    [Fact]
    public void Advance_LampLeftOn_GoesOff() => Assert.Contains("SERVICE_LAMP_OFF", Types(new UnsettledMachine(Machine) { IsLampOn = true }, 10));

    [Fact]
    public void Advance_GuestWithACard_PlaysOnAndTakesItOut()
    {
        var messages = Run([new UnsettledMachine(Machine) { HasPlayerCard = true }], 240).Messages.Where(message => message.Key == Machine).ToList();

        var until = messages.FindIndex(message => message.Type is "CARD_OUT");
        Assert.True(until > 0);
        Assert.DoesNotContain("CARD_IN", messages[..until].Select(message => message.Type));
        Assert.Single(messages[..until].Where(message => message.Type == "SPIN").Select(message => message.Text("player_id")).Distinct(), id => id.Length > 0);
    }

    [Fact]
    public void Advance_MachineOfNobodysFloor_IsLeftAlone() => Assert.NotEmpty(Run([new UnsettledMachine("M-1") { IsPowerOff = true, IsTilted = true }], 1).Messages);

    [Fact]
    public void Advance_AfterADay_OtherThingsHappenAtOtherStarts()
    {
        var options = RecordingWriter.Clean(200);
        var one = Games(RecordingWriter.Start);
        Assert.Equal(one, Games(RecordingWriter.Start));
        Assert.NotEqual(one, Games(RecordingWriter.Start.AddHours(1)));

        List<(string, decimal)> Games(DateTime start)
        {
            var writer = new RecordingWriter("\"SPIN\"");
            new FloorSimulation(options, FloorPlan.Create(options), start, []).Advance(start.AddMinutes(2), writer);
            return [.. writer.Messages.Select(message => (message.Key, message.Amount("payout_amount")))];
        }
    }

    [Fact]
    public async Task RunAsync_OnAFloorWithAPast_TakesItOver()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(RecordingWriter.Start);
        var sink = new FakeBatchSink
        {
            NewestStored = RecordingWriter.Start.AddSeconds(-1),
            Unsettled = [new UnsettledMachine(Machine) { IsPowerOff = true }],
        };
        await using var source = new SimulatorSource(RecordingWriter.Clean(200), time);
        using var stop = new CancellationTokenSource();
        var run = source.RunAsync(sink, stop.Token);
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(5));
            return sink.Messages.Any(message => message.Text.Contains("\"POWER_ON\"", StringComparison.Ordinal));
        }, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.Contains(Machine, sink.Messages.First(message => message.Text.Contains("\"POWER_ON\"", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    private static List<string> Types(UnsettledMachine left, double minutes) =>
        [.. Run([left], minutes).Messages.Where(message => message.Key == left.MachineId).Select(message => message.Type).Where(type => type is not ("HEARTBEAT" or "METER_UPDATE"))];

    private static RecordingWriter Run(IReadOnlyCollection<UnsettledMachine> left, double minutes)
    {
        var options = RecordingWriter.Clean(200);
        var writer = new RecordingWriter("\"SLOT-");
        new FloorSimulation(options, FloorPlan.Create(options), RecordingWriter.Start, left).Advance(RecordingWriter.Start.AddMinutes(minutes), writer);
        return writer;
    }
}
