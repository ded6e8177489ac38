using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Pipeline;
using Xunit;

namespace CasinoFloor.Tests.Web.Pipeline;

public sealed class CheckpointCollectorTests
{
    [Fact]
    public void Collect_MixedPartitions_GivesTheOffsetAfterTheLastOfEach()
    {
        var partitions = new PartitionRegistry();
        var a = partitions.Register(EventStream.Slot, "kafka:t", 0);
        var b = partitions.Register(EventStream.Slot, "kafka:t", 1);
        var first = Batch((a, 10), (a, 11), (b, 5), (a, 12));
        var second = Batch((b, 6), (b, 9));

        var checkpoints = new CheckpointCollector(partitions).Collect([first, second]);

        Assert.Equal([new Checkpoint(a, 13), new Checkpoint(b, 10)], checkpoints.OrderBy(checkpoint => checkpoint.Partition.Index));
    }

    [Fact]
    public void Collect_BatchWithoutMessages_MovesNothing() =>
        Assert.Empty(new CheckpointCollector(new PartitionRegistry()).Collect([Batch()]));

    private static EventBatch Batch(params (SourcePartition Partition, long Offset)[] messages)
    {
        var batch = new EventBatch();
        batch.Reset(EventStream.Slot);
        foreach (var (partition, offset) in messages)
        {
            batch.Add("{}"u8, partition.Index, offset, 0);
        }

        return batch;
    }
}
