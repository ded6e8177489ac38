using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Pipeline;
using Xunit;

namespace CasinoFloor.Tests.Web.Pipeline;

public sealed class PartitionRegistryTests
{
    [Fact]
    public void Register_SameKey_GivesTheSamePartition()
    {
        var registry = new PartitionRegistry();

        var partition = registry.Register(EventStream.Slot, "kafka:t", 3);

        Assert.Same(partition, registry.Register(EventStream.Slot, "kafka:t", 3));
        Assert.Same(partition, registry[partition.Index]);
        Assert.NotEqual(partition.Index, registry.Register(EventStream.Slot, "kafka:t", 4).Index);
    }

    [Fact]
    public void NextOffset_StoredAndLoaded_IsTheNewestStored()
    {
        var registry = new PartitionRegistry();
        registry.Load([new StoredCheckpoint(EventStream.Slot, "kafka:t", 0, 40)]);
        var known = registry.Register(EventStream.Slot, "kafka:t", 0);
        var unknown = registry.Register(EventStream.Slot, "kafka:t", 1);
        Assert.Equal(40, registry.NextOffset(known));
        Assert.Null(registry.NextOffset(unknown));

        registry.Stored(new Checkpoint(known, 55));

        Assert.Equal(55, registry.NextOffset(known));
    }
}
