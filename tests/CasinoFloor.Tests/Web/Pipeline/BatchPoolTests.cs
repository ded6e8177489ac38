using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Pipeline;
using Xunit;

namespace CasinoFloor.Tests.Web.Pipeline;

public sealed class BatchPoolTests
{
    [Fact]
    public void TryRent_PoolEmpty_GivesNone()
    {
        var pool = new BatchPool(2);
        Assert.True(pool.TryRent(EventStream.Slot, out _));
        Assert.True(pool.TryRent(EventStream.Cash, out _));

        Assert.False(pool.TryRent(EventStream.Slot, out var third));
        Assert.Null(third);
        Assert.Equal(2, pool.Rented);
    }

    [Fact]
    public async Task RentAsync_PoolEmpty_WaitsUntilOneIsReturned()
    {
        var pool = new BatchPool(1);
        Assert.True(pool.TryRent(EventStream.Slot, out var only));
        only.Add("{}"u8, 0, 7, 0);
        var waiting = pool.RentAsync(EventStream.Table, TestContext.Current.CancellationToken).AsTask();
        Assert.False(waiting.IsCompleted);

        pool.Return(only);
        var rented = await waiting;

        Assert.Same(only, rented);
        Assert.Equal(EventStream.Table, rented.Stream);
        Assert.Equal(0, rented.MessageCount);
    }

    [Fact]
    public async Task RentAsync_ManyTasks_NeverExceedsCapacity()
    {
        var pool = new BatchPool(4);
        var most = 0;
        var now = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, stop) =>
        {
            var batch = await pool.RentAsync(EventStream.Slot, stop);
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
            pool.Return(batch);
        });

        Assert.InRange(most, 1, 4);
        Assert.Equal(0, pool.Rented);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
