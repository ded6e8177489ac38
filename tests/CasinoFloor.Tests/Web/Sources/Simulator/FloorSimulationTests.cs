using System.Diagnostics;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Output;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

public sealed class FloorSimulationTests
{
    private static readonly DateTime Start = new(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Advance_SameSeedOtherSteps_GivesTheSameBytes()
    {
        var options = new SimulatorOptions { Machines = 300, LateShare = 0.05, DuplicateShare = 0.05, MalformedShare = 0.02 };
        var atOnce = RecordingWriter.Run(options, TimeSpan.FromMinutes(10));
        var inSteps = new RecordingWriter();
        var simulation = new FloorSimulation(options, FloorPlan.Create(options), Start);
        for (var second = 0; second <= 600; second += 7)
        {
            simulation.Advance(Start.AddSeconds(second), inSteps);
        }

        simulation.Advance(Start.AddMinutes(10), inSteps);
        Assert.Equal(atOnce.Messages.Select(message => message.Body), inSteps.Messages.Select(message => message.Body));
        Assert.NotEmpty(atOnce.Messages);
    }

    [Fact]
    public void Advance_OtherSeed_GivesOtherBytes()
    {
        var one = RecordingWriter.Run(RecordingWriter.Clean(50), TimeSpan.FromMinutes(2));
        var options = RecordingWriter.Clean(50);
        options.Seed = 2;
        var two = RecordingWriter.Run(options, TimeSpan.FromMinutes(2));
        Assert.Empty(one.Messages.Select(message => message.Text("event_id")).Intersect(two.Messages.Select(message => message.Text("event_id"))));
    }

    [Fact]
    public void Advance_NoRoom_PausesAndLosesNothing()
    {
        var options = RecordingWriter.Clean(100);
        var whole = RecordingWriter.Run(options, TimeSpan.FromMinutes(3));
        var parts = new PausingWriter();
        var simulation = new FloorSimulation(options, FloorPlan.Create(options), Start);
        var pauses = 0;
        while (!simulation.Advance(Start.AddMinutes(3), parts))
        {
            pauses++;
            parts.Room = 10;
        }

        Assert.Equal(whole.Messages.Count, parts.Count);
        Assert.True(pauses > 10);
    }

    [Fact]
    public void Advance_DefaultFloor_IsBusyAsARealOne()
    {
        var messages = RecordingWriter.Run(RecordingWriter.Clean(1_200), TimeSpan.FromMinutes(30)).Messages;
        var slots = messages.Where(message => message.Stream == EventStream.Slot).ToList();
        var spinsPerMinute = slots.Count(message => message.Type == "SPIN") / 30.0;
        Assert.InRange(spinsPerMinute, 3_600, 6_000);
        Assert.InRange(slots.Count(message => message.Type == "JACKPOT_RESET") / 30.0, 0.3, 1.6);
        Assert.All(EventStreams.All.ToArray(), stream => Assert.Contains(messages, message => message.Stream == stream));
        var types = slots.Select(message => message.Type).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "SPIN", "JACKPOT", "JACKPOT_RESET", "BILL_IN", "TICKET_IN", "TICKET_OUT", "METER_UPDATE", "HEARTBEAT", "CARD_IN", "CARD_OUT",
                "ERROR", "DOOR_OPEN", "DOOR_CLOSE", "EMPLOYEE_CARD_IN", "EMPLOYEE_CARD_OUT", "PRINTER_LOW", "BILL_JAM", "TILT",
            },
            types);
        var seconds = slots.Where(message => message.Type == "SPIN").GroupBy(message => message.Time.Minute).ToList();
        Assert.True(seconds.Count == 30 && seconds.All(minute => minute.Count() > 2_500), "Not warm from the first minute.");
    }

    [Fact]
    public void Advance_CashAndTables_CoverTheRulesTheyAreFor()
    {
        var messages = RecordingWriter.Run(RecordingWriter.Clean(6_000), TimeSpan.FromHours(1)).Messages;
        var cash = messages.Where(message => message.Stream == EventStream.Cash).Select(message => message.Amount("amount")).ToList();
        Assert.Contains(cash, amount => amount is >= 8_000 and < 10_000);
        Assert.Contains(cash, amount => amount > 10_000);
        var tables = messages.Where(message => message.Stream == EventStream.Table).Select(message => message.Type).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "BUY_IN", "CASH_OUT", "RATING_START", "RATING_END", "FILL", "CREDIT", "MARKER_ISSUED", "MARKER_PAID", "SHIFT_START", "SHIFT_END",
            },
            tables);
    }

    [Fact]
    public void Advance_Mess_HasItsShares()
    {
        var options = new SimulatorOptions { Machines = 1_200, LateShare = 0.02, DuplicateShare = 0.03, MalformedShare = 0.01 };
        var messages = RecordingWriter.Run(options, TimeSpan.FromMinutes(20)).Messages;
        var whole = messages.Where(message => IsJson(message.Body)).ToList();
        var broken = messages.Count - whole.Count;
        var late = whole.Count(message => message.Json.TryGetProperty("event_timestamp", out var time)
            && time.TryGetDateTime(out var at) && new DateTime(message.SentTicks, DateTimeKind.Utc) - at > TimeSpan.FromSeconds(30));
        var twice = whole.Count - whole.Select(message => message.Body).Distinct().Count();
        Assert.InRange(late / (double)messages.Count, 0.014, 0.022);
        Assert.InRange(twice / (double)messages.Count, 0.026, 0.034);

        // Two of the five ways of garbling leave no JSON at all.
        Assert.InRange(broken / (double)messages.Count, 0.002, 0.006);
    }

    [Fact]
    public void Advance_Speed_MakesTheFloorBusierInOrdinaryTime()
    {
        var options = RecordingWriter.Clean(200);
        var usual = RecordingWriter.Run(options, TimeSpan.FromMinutes(5));
        options.Speed = 10;
        var fast = RecordingWriter.Run(options, TimeSpan.FromMinutes(5));
        Assert.InRange(fast.Messages.Count / (double)usual.Messages.Count, 8.5, 11.5);
        Assert.All(fast.Messages, message => Assert.InRange(message.Time, Start, Start.AddMinutes(5)));
    }

    [Fact]
    public void Advance_HundredThousandMachines_IsFasterThanRealTime()
    {
        var options = RecordingWriter.Clean(100_000);
        var simulation = new FloorSimulation(options, FloorPlan.Create(options), Start);
        var writer = new CountingWriter();
        var watch = Stopwatch.StartNew();
        simulation.Advance(Start.AddSeconds(30), writer);

        // 30 s of some 8,000 events a second; on an idle core it takes a quarter of a second.
        Assert.True(writer.Count > 150_000);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
    }

    private static bool IsJson(string body)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(body);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private sealed class PausingWriter : ISimulatedEventWriter
    {
        public int Room { get; set; } = 10;

        public int Count { get; private set; }

        public bool HasRoom => Room > 0;

        public void Write(in SimulatedMessage message)
        {
            Room--;
            Count++;
        }
    }

    private sealed class CountingWriter : ISimulatedEventWriter
    {
        public int Count { get; private set; }

        public bool HasRoom => true;

        public void Write(in SimulatedMessage message) => Count++;
    }
}
