using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Remote.Ingestion;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class PositionRangesTests
{
    private static readonly SourcePartition First = new(EventStream.Slot, "kafka:slots", 0, 0);
    private static readonly SourcePartition Second = new(EventStream.Slot, "kafka:slots", 1, 3);

    [Fact]
    public void TakeTag_RowsOfSeveralPartitions_NamesEachRange() =>
        Assert.Equal("kafka:slots/0@5-9+kafka:slots/1@100-100", Tag((First, 5), (Second, 100), (First, 9), (First, 7)));

    [Fact]
    public void TakeTag_SameEndButAnotherBeginning_IsAnotherTag() => Assert.NotEqual(Tag((First, 50), (First, 99)), Tag((First, 0), (First, 99)));

    [Fact]
    public void TakeTag_NoRows_IsEmpty() => Assert.Equal("", Tag());

    [Fact]
    public void TakeTag_Taken_BeginsAnew()
    {
        var ranges = new PositionRanges();
        ranges.Add(At(First, 1));
        ranges.TakeTag(Partitions());
        ranges.Add(At(First, 2));

        Assert.Equal("kafka:slots/0@2-2", ranges.TakeTag(Partitions()));
    }

    [Fact]
    public void TakeTag_ManyPartitions_IsShortAndStillTheirs()
    {
        var partitions = Enumerable.Range(0, 64).Select(number => new SourcePartition(EventStream.Slot, "kafka:es-slot-telemetry", number, number)).ToArray();
        var ids = new StablePartitions();
        ids.Register([.. partitions.Select(partition => new Checkpoint(partition, 1))]);

        var tags = new[] { 1, 2, 1 }.Select(last =>
        {
            var ranges = new PositionRanges();
            foreach (var partition in partitions)
            {
                ranges.Add(At(partition, last));
            }

            return ranges.TakeTag(ids);
        }).ToArray();

        Assert.True(tags[0].Length <= 200);
        Assert.Equal(tags[0], tags[2]);
        Assert.NotEqual(tags[0], tags[1]);
    }

    private static string Tag(params (SourcePartition Partition, long Offset)[] rows)
    {
        var ranges = new PositionRanges();
        foreach (var (partition, offset) in rows)
        {
            ranges.Add(At(partition, offset));
        }

        return ranges.TakeTag(Partitions());
    }

    private static StablePartitions Partitions()
    {
        var partitions = new StablePartitions();
        partitions.Register([new Checkpoint(First, 0), new Checkpoint(Second, 0)]);
        return partitions;
    }

    private static RawMessage At(SourcePartition partition, long offset) => new(0, 2, partition.Index, offset, 0);
}
