using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Xunit;

namespace CasinoFloor.Tests.Engine.Floor;

public sealed class FloorFiguresTests
{
    private readonly FloorHarness _floor = new();

    [Fact]
    public void Capture_NoEvents_IsUnknownNotZero()
    {
        var summary = _floor.Capture();

        Assert.Null(summary.Figures.HoldPercent);
        Assert.Null(summary.NewestEvent);
        Assert.Null(summary.Watermark);
        Assert.Null(summary.LastReceived);
        Assert.Equal(4, summary.Totals.Streams.Count);
    }

    [Fact]
    public void Capture_BatchesReceived_SaysSinceWhenEventsCame()
    {
        foreach (var second in (int[])[3, 4, 5])
        {
            var batch = new EventBatchBuilder().Slot("M1", SlotEventType.Spin, FloorHarness.At(second), 1).Batch;
            batch.ReceivedTicks = FloorHarness.At(second).Ticks;
            _floor.Engine.Apply(batch, FloorHarness.At(second));
        }

        var summary = _floor.Capture();

        Assert.Equal((FloorHarness.At(3), FloorHarness.At(5)), (summary.FirstReceived, summary.LastReceived));
        Assert.Null(_floor.Capture().FirstReceived);
    }

    [Fact]
    public void Capture_Games_GivesTheFloorsAndTheSectionsLast5Minutes()
    {
        _floor.Apply(new EventBatchBuilder()
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(0), 100, section: "South")
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(300), 10, 4, section: "South", player: "P1")
            .Slot("M2", SlotEventType.Spin, FloorHarness.At(310), 30, 0, section: "North")
            .Slot("M2", SlotEventType.Jackpot, FloorHarness.At(311), 0, 1200, section: "North")
            .Slot("M3", SlotEventType.CardIn, FloorHarness.At(312), section: "North"));
        _floor.Now = FloorHarness.At(320);

        var summary = _floor.Capture();

        Assert.Equal((0.4, 40m, 1204m), (summary.Figures.SpinsPerMinute, summary.Figures.CoinIn.ToDecimal(), summary.Figures.CoinOut.ToDecimal()));
        Assert.Equal((2, 2, 1, 3), (summary.Figures.ActiveMachines, summary.Figures.Players, summary.Figures.Jackpots, summary.Figures.Machines));
        Assert.Equal(-2910.0, summary.Figures.HoldPercent);
        Assert.Equal(["North", "South"], summary.Sections.Select(s => s.FloorSection));
        Assert.Equal((1, 1), (summary.Sections[0].Figures.ActiveMachines, summary.Sections[0].Figures.Players));
        Assert.Equal((10m, 60.0), (summary.Sections[1].Figures.CoinIn.ToDecimal(), summary.Sections[1].Figures.HoldPercent));
    }

    [Fact]
    public void Capture_Games_GivesTheoreticalWinOfMachinesWithAParSheet()
    {
        _floor.Apply(new EventBatchBuilder()
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(0), 60, 30, hold: 0.1f)
            .Slot("M2", SlotEventType.Spin, FloorHarness.At(1), 40, 40, hold: 0.05f)
            .Slot("M3", SlotEventType.Spin, FloorHarness.At(2), 500, 0));

        var figures = _floor.Capture().Figures;

        Assert.Equal((8m, 100m, 600m), (figures.TheoreticalWin.ToDecimal(), figures.RatedCoinIn.ToDecimal(), figures.CoinIn.ToDecimal()));
    }

    [Fact]
    public void Capture_TimePasses_FiguresFallOut()
    {
        _floor.Slot("M1", SlotEventType.Spin, 0, wager: 10, player: "P1");
        _floor.Now = FloorHarness.At(299);
        Assert.Equal(10m, _floor.Capture().Figures.CoinIn.ToDecimal());
        Assert.Equal(1, _floor.Engine.Summary.Figures.Players);

        _floor.Now = FloorHarness.At(300);
        var summary = _floor.Capture();

        Assert.Equal((0m, 0, 0), (summary.Figures.CoinIn.ToDecimal(), summary.Figures.ActiveMachines, summary.Figures.Players));
        Assert.Null(summary.Figures.HoldPercent);
    }

    [Fact]
    public void Capture_Views_ShowWhoPlaysUntilFiveMinutesAreOver()
    {
        _floor.Apply(new EventBatchBuilder()
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(0), 1)
            .Slot("M2", SlotEventType.Spin, FloorHarness.At(0), 1, player: "P1")
            .Slot("M3", SlotEventType.CardIn, FloorHarness.At(0))
            .Slot("M4", SlotEventType.Heartbeat, FloorHarness.At(0)));
        _floor.Capture();
        Assert.Equal([Occupancy.Uncarded, Occupancy.Carded, Occupancy.Carded, Occupancy.Free], Occupancies());

        _floor.Now = FloorHarness.At(5 * 60);
        _floor.Capture();

        // A card that is in stays in.
        Assert.Equal([Occupancy.Free, Occupancy.Free, Occupancy.Carded, Occupancy.Free], Occupancies());

        Occupancy[] Occupancies() => [.. _floor.Engine.Views.ToArray().Select(view => view.Occupancy)];
    }

    [Fact]
    public void Capture_Views_ShowTheNewestWinUntilAQuarterOfAnHourIsOver()
    {
        _floor.Apply(new EventBatchBuilder()
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(10), 1, 40)
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(20), 1, 2.5m)
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(15), 1, 7)
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(30), 1, 0)
            .Slot("M2", SlotEventType.Spin, FloorHarness.At(20), 1, 3)
            .Slot("M2", SlotEventType.Jackpot, FloorHarness.At(20), 0, 1500));
        _floor.Capture();
        Assert.Equal((2.5f, 1500f), (_floor.Engine.Views[0].LastWin, _floor.Engine.Views[1].LastWin));

        _floor.Now = FloorHarness.At(15 * 60);
        _floor.Capture();

        Assert.Equal((0f, 0f), (_floor.Engine.Views[0].LastWin, _floor.Engine.Views[1].LastWin));
    }

    [Fact]
    public void Capture_Views_ShowHeatRateAndHoldAgainstTheoretical()
    {
        _floor.Apply(new EventBatchBuilder()
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(0), 60, 30, hold: 0.1f)
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(1800), 40, 40, hold: 0.1f)
            .Slot("M1", SlotEventType.Heartbeat, FloorHarness.At(1810)));
        _floor.Capture();

        var view = _floor.Engine.Views[0];
        Assert.Equal((0.02f, 8f), (view.Heat, view.CoinInPerMinute));
        Assert.Equal(20, view.HoldDelta, 3);
        var detail = _floor.Engine.Detail(0)!;
        Assert.Equal((1, 2, 30.0), (detail.Spins, detail.HoldSample, detail.HoldPercent));
        Assert.Null(_floor.Engine.Detail(1));
        Assert.Null(_floor.Engine.Detail(-1));

        _floor.Now = FloorHarness.At(3600);
        _floor.Capture();
        Assert.Equal(-10, _floor.Engine.Views[0].HoldDelta, 3);
        Assert.True(float.IsNaN(Later(5400).HoldDelta));
    }

    [Fact]
    public void Capture_RandomEventsOverHours_HoldEqualsTheCellsThemselves()
    {
        var random = new Random(3);
        for (var second = 0.0; second < 4 * 3600; second += random.Next(1, 200))
        {
            _floor.Slot("M1", SlotEventType.Spin, Math.Max(0, second - (random.Next(4) == 0 ? random.Next(4000) : 0)), wager: random.Next(1, 100), payout: random.Next(100));
            _floor.Now = FloorHarness.At(second);
            if (random.Next(3) == 0)
            {
                _floor.Capture();
                var delta = _floor.Engine.Views[0].HoldDelta;
                var hold = _floor.Engine.Detail(0)!.HoldPercent;
                Assert.True(hold is null ? float.IsNaN(delta) : float.IsNaN(delta), "without a par sheet there is no delta");
            }
        }

        _floor.Apply(new EventBatchBuilder().Slot("M1", SlotEventType.Heartbeat, _floor.Now, hold: 0));
        _floor.Capture();
        Assert.Equal(_floor.Engine.Detail(0)!.HoldPercent!.Value, _floor.Engine.Views[0].HoldDelta, 3);
    }

    [Fact]
    public void LayoutVersion_OnlyNewInformation_RaisesIt()
    {
        _floor.Apply(new EventBatchBuilder().Slot("M1", SlotEventType.Spin, FloorHarness.At(0), section: "A", denomination: 1, hold: 0.08f));
        var version = _floor.Engine.LayoutVersion;
        _floor.Apply(new EventBatchBuilder()
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(1), section: "A", denomination: 1, hold: 0.08f)
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(2)));
        Assert.Equal(version, _floor.Engine.LayoutVersion);

        _floor.Apply(new EventBatchBuilder().Slot("M1", SlotEventType.Spin, FloorHarness.At(3), section: "B"));
        _floor.Engine.Place([new MachineLocation { MachineId = "M1", X = 3, Y = 4, Bank = "B7" }]);

        Assert.True(_floor.Engine.LayoutVersion >= version + 2);
        var location = _floor.Engine.Infos[0].Location;
        Assert.Equal(("B", "B7", 3f, 1m, 0.08f), (location.FloorSection, location.Bank, location.X, location.Denomination.ToDecimal(), location.TheoreticalHold));
    }

    private MachineView Later(double seconds)
    {
        _floor.Now = FloorHarness.At(seconds);
        _floor.Capture();
        return _floor.Engine.Views[0];
    }
}
