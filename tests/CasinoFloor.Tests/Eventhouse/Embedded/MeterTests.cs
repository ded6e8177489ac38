using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class MeterTests
{
    /// <summary>What is to be read of <see cref="Batch"/> between two moments, by machine.</summary>
    public static IReadOnlyList<(DateTime Since, DateTime Until, MachineMeters[] Meters)> Expected { get; } =
    [
        (TestHouse.Now.AddHours(1), DateTime.MaxValue, []),
        (TestHouse.Now.AddHours(-1), DateTime.MaxValue, [Meters("M-1", 1_006.05m, 2_490.25m)]),
        (DateTime.UnixEpoch, TestHouse.Now.AddSeconds(1), [Meters("M-2", 52m, 41m), Meters("M-4", 7m, 0m)]),
        (DateTime.UnixEpoch, DateTime.MaxValue, [Meters("M-1", 1_006.05m, 2_490.25m), Meters("M-2", 52m, 41m), Meters("M-4", 7m, 0m)]),
    ];

    [Fact]
    public async Task LoadMetersAsync_ReadingsAndGames_GivesTheNewestReadingAndWhatWasPlayedAfterIt()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.WriteAsync(Batch(), TestBatches.At(20));

        foreach (var (since, until, expected) in Expected)
        {
            Assert.Equal(expected, (await house.House.LoadMetersAsync(since, until, TestHouse.Token)).OrderBy(machine => machine.MachineId, StringComparer.Ordinal));
        }
    }

    /// <summary>Four machines: one that plays now, one that reported days ago, one that never did, one that was not played since.</summary>
    public static EventBatch Batch()
    {
        var batch = TestBatches.New(EventStream.Slot);
        batch.Meters(0, "M-2", TestHouse.Now.AddDays(-3), 50m, 40m);
        batch.Spin(1, "M-2", TestHouse.Now.AddDays(-2), 2m, 1m);
        batch.Meters(2, "M-1", TestHouse.Now, 1_000m, 990m);
        batch.Spin(3, "M-1", TestHouse.Now.AddSeconds(1), 5m, 0.25m);

        // A game, the meters and another game within one millisecond, in this order; then one that arrives late.
        batch.Spin(4, "M-1", TestHouse.Now.AddSeconds(2), 1m, 0m);
        batch.Meters(5, "M-1", TestHouse.Now.AddSeconds(2), 1_006m, 990.25m);
        batch.Spin(6, "M-1", TestHouse.Now.AddSeconds(2), 0.05m, 0m);
        batch.Spin(7, "M-1", TestHouse.Now.AddSeconds(1.5), 3m, 3m).Outcome = EventOutcome.Late;
        ref var jackpot = ref batch.Spin(8, "M-1", TestHouse.Now.AddSeconds(3), 0m, 1_500m);
        jackpot.Type = SlotEventType.Jackpot;
        ref var bill = ref batch.Spin(9, "M-1", TestHouse.Now.AddSeconds(4), 0m);
        bill.Type = SlotEventType.BillIn;
        bill.Bill = Money.FromDecimal(20m);
        batch.Spin(10, "M-3", TestHouse.Now, 9m);
        batch.Spin(11, "M-4", TestHouse.Now.AddDays(-4), 9m);
        batch.Meters(12, "M-4", TestHouse.Now.AddDays(-4).AddSeconds(1), 7m, 0m);
        return batch;
    }

    private static MachineMeters Meters(string machine, decimal coinIn, decimal coinOut) => new(machine, Money.FromDecimal(coinIn), Money.FromDecimal(coinOut));
}
