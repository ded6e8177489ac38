using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class StaleWindowTests
{
    private static readonly DateTime Minute = TestHouse.Now.Date.AddHours(3);

    [Fact]
    public async Task WriteAsync_StaleWindow_IsComputedFromStoredAndNewRowsAsTheNextRevision()
    {
        await using var house = await TestHouse.OpenAsync();
        var first = TestBatches.New(EventStream.Slot);
        first.Spin(0, "SLOT-1", Minute, 0.1m, 0.2m);
        first.Spin(1, "SLOT-1", Minute.AddSeconds(59.999), 0.2m);
        first.Spin(2, "SLOT-1", Minute.AddMinutes(1), 100m);
        first.Spin(3, "SLOT-2", Minute, 100m);
        first.Spin(4, "SLOT-1", Minute.AddSeconds(-0.001), 100m);
        first.Windows.Add(Window("SLOT-1", revision: 2));
        await house.WriteAsync(first, TestBatches.At(5));
        await house.ReopenAsync();

        var late = TestBatches.New(EventStream.Slot);
        late.Spin(5, "SLOT-1", Minute.AddSeconds(5), 0m, 1200m).Type = SlotEventType.Jackpot;
        late.Spin(6, "SLOT-1", Minute.AddSeconds(6), 50m).Type = SlotEventType.Error;
        ref var bill = ref late.Spin(7, "SLOT-1", Minute.AddSeconds(7), 50m);
        bill.Type = SlotEventType.BillIn;
        bill.Bill = Money.FromDecimal(20m);
        late.Spin(8, "SLOT-1", Minute.AddSeconds(8), 70m).Outcome = EventOutcome.Duplicate;
        late.StaleWindows.AddRange([new StaleWindow("SLOT-1", Minute.Ticks), new StaleWindow("SLOT-1", Minute.Ticks)]);
        await house.WriteAsync(late, TestBatches.At(9));

        var expected = Window("SLOT-1", revision: 3) with
        {
            SpinCount = 2,
            CoinIn = Money.FromDecimal(0.3m),
            CoinOut = Money.FromDecimal(1200.2m),
            BillIn = Money.FromDecimal(20m),
            JackpotCount = 1,
            ErrorCount = 1,
            EventCount = 5,
        };
        Assert.Equal([expected], await house.House.LoadWindowsAsync(Minute, TestHouse.Token));
        Assert.Equal([[0.3, 1200.2]], house.Query("SELECT coin_in, coin_out FROM slot_activity_1m WHERE revision = 3"));
        Assert.Equal(2, house.Count("slot_activity_1m"));
    }

    [Fact]
    public async Task WriteAsync_StaleWindowsYearsApart_AreAllComputed()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        DateTime[] minutes = [.. Enumerable.Range(0, 20).Select(i => Minute.AddDays(-i * 31)), Minute.AddMinutes(-1), Minute.AddMinutes(-59)];
        foreach (var (i, minute) in minutes.Index())
        {
            batch.Spin(i, "SLOT-1", minute, 1m + i);
            batch.StaleWindows.Add(new StaleWindow("SLOT-1", minute.Ticks));
        }

        await house.WriteAsync(batch, TestBatches.At(minutes.Length));

        Assert.Equal(
            minutes.Index().OrderBy(pair => pair.Item).Select(pair => Money.FromDecimal(1m + pair.Index)),
            (await house.House.LoadWindowsAsync(minutes.Min(), TestHouse.Token)).OrderBy(window => window.WindowStart).Select(window => window.CoinIn));
    }

    [Fact]
    public async Task WriteAsync_StaleWindowNeverStored_BeginsAtRevisionZeroInTheEventsSection()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        batch.Spin(0, "SLOT-9", Minute, 3m).FloorSection = batch.Text("Patio");
        batch.StaleWindows.Add(new StaleWindow("SLOT-9", Minute.Ticks));
        batch.StaleWindows.Add(new StaleWindow("no events", Minute.Ticks));

        await house.WriteAsync(batch, TestBatches.At(1));

        var window = Assert.Single(await house.House.LoadWindowsAsync(Minute, TestHouse.Token));
        Assert.Equal(("SLOT-9", "Patio", 0, 1), (window.MachineId, window.FloorSection, window.Revision, window.SpinCount));
    }

    private static ActivityWindow Window(string machine, int revision) => new()
    {
        WindowStart = Minute.Ticks,
        MachineId = machine,
        FloorSection = "Lobby",
        SpinCount = 1,
        CoinIn = Money.FromDecimal(1m),
        CoinOut = Money.Zero,
        BillIn = Money.Zero,
        JackpotCount = 0,
        ErrorCount = 0,
        EventCount = 1,
        Revision = revision,
        ClosedAt = TestHouse.Now.Ticks,
    };
}
