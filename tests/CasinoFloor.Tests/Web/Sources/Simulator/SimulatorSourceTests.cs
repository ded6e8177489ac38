using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

public sealed class SimulatorSourceTests : EventSourceContract
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 18, 0, 0, TimeSpan.Zero);
    private FakeTimeProvider _time = new(Start);

    protected override IEventSource CreateSource()
    {
        _time = new FakeTimeProvider(Start);
        return new SimulatorSource(new SimulatorOptions { Machines = 200 }, _time);
    }

    protected override void Drive() => _time.Advance(TimeSpan.FromMilliseconds(100));

    [Fact]
    public Task RunAsync_WithCheckpoints_GoesOnWithoutLossOrDoubling() => CheckResumesAsync();

    [Fact]
    public async Task RunAsync_Backfill_HoldsTheMinutesBeforeTheStart()
    {
        var sink = new FakeBatchSink();
        await using var source = CreateSource();
        await RunUntilAsync(source, sink, () => sink.Count >= Enough);
        var first = sink.Messages.First(message => message.Partition.Stream == EventStream.Slot).Text;
        Assert.Contains("\"event_timestamp\":\"2026-11-20T17:55:0", first, StringComparison.Ordinal);
        Assert.All(sink.Messages, message => Assert.Equal("default", message.Dialect));
    }

    [Fact]
    public async Task RunAsync_AfterARestart_ContinuesWhereTheStoredEventsEnd()
    {
        var sink = new FakeBatchSink { Past = new FloorPast(Start.UtcDateTime.AddMinutes(-2)) };
        await using var source = CreateSource();
        await RunUntilAsync(source, sink, () => sink.Count >= Enough);
        var first = sink.Messages.First(message => message.Partition.Stream == EventStream.Slot).Text;
        Assert.Contains("\"event_timestamp\":\"2026-11-20T17:58:0", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AfterALongSleep_DoesNotMakeUpForIt()
    {
        var sink = new FakeBatchSink();
        await using var source = CreateSource();
        var before = 0;
        var phase = 0;
        await RunUntilAsync(source, sink, () =>
        {
            if (phase == 0 && sink.Count >= Enough)
            {
                phase = 1;
                before = sink.Count;
                _time.Advance(TimeSpan.FromHours(8));
            }

            return phase == 1 && sink.Messages.Any(message => message.Text.Contains("\"event_timestamp\":\"2026-11-21T02:0", StringComparison.Ordinal));
        });

        // Eight hours of 200 machines are some 400,000 events.
        Assert.InRange(sink.Count, before, before + 20_000);
    }

    [Fact]
    public void Machines_OfTheSource_AreThoseOfTheOptions()
    {
        var source = CreateSource();
        Assert.Equal(200, source.Machines.Count);
        Assert.Equal(200, source.Machines.Select(machine => machine.MachineId).Distinct().Count());
    }

    [Fact]
    public void Constructor_WrongOptions_NamesAll()
    {
        var options = new SimulatorOptions { Machines = 0, Occupancy = 2, Tick = TimeSpan.Zero };
        var error = Assert.Throws<ArgumentException>(() => new SimulatorSource(options, _time));
        Assert.Contains("Simulator:Machines", error.Message, StringComparison.Ordinal);
        Assert.Contains("Simulator:Occupancy", error.Message, StringComparison.Ordinal);
        Assert.Contains("Simulator:Tick", error.Message, StringComparison.Ordinal);
    }
}
