using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;
using Xunit;

namespace CasinoFloor.Tests.Engine.State;

public sealed class DeduplicationWindowTests
{
    [Fact]
    public void TryAdd_SameIdentityTwice_IsRefusedOnce()
    {
        var window = new DeduplicationWindow(1000);

        Assert.True(window.TryAdd(EventStream.Slot, 42));
        Assert.False(window.TryAdd(EventStream.Slot, 42));
    }

    [Fact]
    public void TryAdd_SameIdentityInAnotherStream_IsNew()
    {
        var window = new DeduplicationWindow(1000);
        window.TryAdd(EventStream.Slot, 42);

        Assert.True(window.TryAdd(EventStream.Cash, 42));
    }

    [Fact]
    public void TryAdd_NoIdentity_IsNewEveryTime()
    {
        var window = new DeduplicationWindow(1000);

        Assert.True(window.TryAdd(EventStream.Slot, UInt128.Zero));
        Assert.True(window.TryAdd(EventStream.Slot, UInt128.Zero));
        Assert.Equal(0, window.Count);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void TryAdd_RandomIdentities_AgreesWithAQueueOfTheNewest(int capacity)
    {
        var window = new DeduplicationWindow(capacity);
        var newest = new Queue<UInt128>();
        var known = new HashSet<UInt128>();
        var random = new Random(capacity);
        var refused = 0;
        for (var i = 0; i < 20 * capacity; i++)
        {
            var identity = new UInt128((ulong)random.Next(3), 1 + (ulong)random.Next(2 * capacity));
            if (newest.Count == capacity)
            {
                known.Remove(newest.Dequeue());
            }

            var expected = known.Add(identity);
            if (expected)
            {
                newest.Enqueue(identity);
            }

            Assert.Equal(expected, window.TryAdd(EventStream.Slot, identity));
            Assert.Equal(newest.Count, window.Count);
            refused += expected ? 0 : 1;
        }

        Assert.True(refused > capacity);
    }
}
