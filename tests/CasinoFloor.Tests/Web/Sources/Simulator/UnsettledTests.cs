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
        Assert.Contains("CARD_OUT", types[reset..]);
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

        Assert.Equal(["DOOR_CLOSE", "JACKPOT_RESET", "EMPLOYEE_CARD_OUT"], types.Take(3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Advance_HandPayOfATiltedMachine_OneVisitEndsBoth(bool isAttended)
    {
        var types = Types(new UnsettledMachine(Machine) { HandPay = Money.FromDecimal(2_000), IsTilted = true, HasEmployeeCard = isAttended }, 60);

        string[] expected = [.. isAttended ? [] : (string[])["EMPLOYEE_CARD_IN"], "DOOR_OPEN", "DOOR_CLOSE", "JACKPOT_RESET", "EMPLOYEE_CARD_OUT"];
        Assert.Equal(expected, types.Take(expected.Length));
    }

    [Fact]
    public void Advance_LampLeftOn_GoesOff() => Assert.Contains("SERVICE_LAMP_OFF", Types(new UnsettledMachine(Machine) { IsLampOn = true }, 10));

    [Fact]
    public void Advance_CardsLeftIn_AreOutBeforeTheNextGuest()
    {
        var messages = Run([.. Enumerable.Range(1, 200).Select(i => new UnsettledMachine($"SLOT-{i:00000}") { HasPlayerCard = true })], 30).Messages;

        var first = messages.Where(message => message.Type is "CARD_OUT" or "CARD_IN" or "SPIN" or "BILL_IN" or "TICKET_IN").GroupBy(message => message.Key).ToDictionary(machine => machine.Key, machine => machine.First());
        Assert.Equal(200, first.Count);
        Assert.All(first.Values, message => Assert.Equal(("CARD_OUT", ""), (message.Type, message.Text("player_id"))));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 4_000)]
    [InlineData(true, 4_000)]
    public void Advance_CardLeftInWithoutPowerOrWithAHandPay_IsOutBeforeAnybodyPlays(bool isPowerOff, int handPay)
    {
        UnsettledMachine[] left = [.. Enumerable.Range(1, 200).Select(i => new UnsettledMachine($"SLOT-{i:00000}")
        {
            HasPlayerCard = true, IsPowerOff = isPowerOff, HandPay = Money.FromDecimal(handPay),
        })];

        var first = Run(left, 60).Messages.Where(message => message.Type is "CARD_OUT" or "CARD_IN" or "SPIN" or "BILL_IN" or "TICKET_IN")
            .GroupBy(message => message.Key).Select(machine => machine.First()).ToList();

        Assert.Equal(200, first.Count);
        Assert.All(first, message => Assert.Equal(("CARD_OUT", ""), (message.Type, message.Text("player_id"))));
    }

    [Fact]
    public void Advance_MetersReported_GoOnFromThere()
    {
        MachineMeters[] reported =
        [
            new(Machine, Money.FromDecimal(12_345_678.9m), Money.FromDecimal(11_000_000.25m)),
            new("SLOT-00008", Money.FromDecimal(90), Money.FromDecimal(0)),
            new("SLOT-00009", Money.Zero, Money.FromDecimal(4_000)),
        ];
        var options = RecordingWriter.Clean(200);
        var writer = new RecordingWriter("\"SLOT-");
        new FloorSimulation(options, FloorPlan.Create(options), RecordingWriter.Start, Left() with { Meters = reported }).Advance(RecordingWriter.Start.AddMinutes(20), writer);

        foreach (var (id, coinIn, coinOut) in reported)
        {
            var events = writer.Messages.Where(message => message.Key == id).TakeWhile(message => message.Type != "METER_UPDATE").ToList();
            var meters = writer.Messages.First(message => message.Key == id && message.Type == "METER_UPDATE");
            Assert.Equal(coinIn.ToDecimal() + events.Sum(message => message.Amount("wager_amount")), meters.Amount("meter_coin_in"));
            Assert.Equal(coinOut.ToDecimal() + events.Sum(message => message.Amount("payout_amount")), meters.Amount("meter_coin_out"));
            Assert.Equal(
                meters.Amount("meter_bills_in") + meters.Amount("meter_tickets_in") + meters.Amount("meter_coin_out") - meters.Amount("meter_hand_paid") - meters.Amount("meter_coin_in") - meters.Amount("meter_tickets_out"),
                meters.Amount("credit_balance"));
            Assert.All(new[] { "meter_hand_paid", "meter_bills_in", "meter_tickets_in", "meter_tickets_out", "games_played" }, field => Assert.True(meters.Amount(field) >= 0));
        }
    }

    [Fact]
    public void Advance_OnAFloorWithAPast_NobodyPlaysWithACardThatWasNotPutInAndTheFloorIsAsFullAsBefore()
    {
        var options = RecordingWriter.Clean(1_000);
        var whole = RecordingWriter.Run(options, TimeSpan.FromMinutes(30));
        var after = new RecordingWriter("\"SLOT-");
        var start = RecordingWriter.Start.AddMinutes(30);
        new FloorSimulation(options, FloorPlan.Create(options), start, Left()).Advance(start.AddMinutes(10), after);

        var cards = new Dictionary<string, string>();
        foreach (var message in after.Messages.Where(message => message.Text("player_id").Length > 0))
        {
            if (message.Type == "CARD_IN")
            {
                cards[message.Key] = message.Text("player_id");
            }

            Assert.Equal(cards.GetValueOrDefault(message.Key), message.Text("player_id"));
        }

        var (before, now) = (Playing(whole, start.AddMinutes(-5)), Playing(after, start.AddMinutes(5)));
        Assert.InRange(now, before * 0.85, before * 1.15);

        static int Playing(RecordingWriter writer, DateTime from) =>
            writer.Messages.Where(message => message.Type == "SPIN" && message.Time >= from && message.Time < from.AddMinutes(5)).Select(message => message.Key).Distinct().Count();
    }

    [Fact]
    public void Advance_TheTables_PlayTheSameGamesOnEveryDay()
    {
        var options = RecordingWriter.Clean(300);
        var (one, other) = (Games(null, RecordingWriter.Start), Games(Left(), RecordingWriter.Start.AddDays(1)));
        Assert.NotEmpty(one);
        Assert.All(one.Keys.Intersect(other.Keys), table => Assert.Equal(one[table], other[table]));

        Dictionary<string, string> Games(FloorPast? past, DateTime start)
        {
            var writer = new RecordingWriter("\"TBL-");
            new FloorSimulation(options, FloorPlan.Create(options), start, past).Advance(start.AddHours(1), writer);
            return writer.Messages.Where(message => message.Text("game_type").Length > 0).GroupBy(message => message.Text("table_id"))
                .ToDictionary(table => table.Key, table => string.Join(' ', table.Select(message => message.Text("game_type")).Distinct()));
        }
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
            new FloorSimulation(options, FloorPlan.Create(options), start, Left()).Advance(start.AddMinutes(2), writer);
            return [.. writer.Messages.Select(message => (message.Key, message.Amount("payout_amount")))];
        }
    }

    [Fact]
    public async Task RunAsync_OnAFloorWithAPast_TakesItOver()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(RecordingWriter.Start);
        var sink = new FakeBatchSink
        {
            Past = Left(new UnsettledMachine(Machine) { IsPowerOff = true }),
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

    private static FloorPast Left(params UnsettledMachine[] machines) => new(RecordingWriter.Start.AddSeconds(-1)) { Unsettled = machines };

    private static List<string> Types(UnsettledMachine left, double minutes) =>
        [.. Run([left], minutes).Messages.Where(message => message.Key == left.MachineId).Select(message => message.Type).Where(type => type is not ("HEARTBEAT" or "METER_UPDATE"))];

    private static RecordingWriter Run(UnsettledMachine[] left, double minutes)
    {
        var options = RecordingWriter.Clean(200);
        var writer = new RecordingWriter("\"SLOT-");
        new FloorSimulation(options, FloorPlan.Create(options), RecordingWriter.Start, Left(left)).Advance(RecordingWriter.Start.AddMinutes(minutes), writer);
        return writer;
    }
}
