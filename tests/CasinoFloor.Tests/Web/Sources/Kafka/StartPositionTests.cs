using CasinoFloor.Web.Sources.Kafka;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class StartPositionTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(5L, null, 5L)]
    [InlineData(null, 7L, 7L)]
    [InlineData(5L, 7L, 7L)]
    [InlineData(9L, 7L, 9L)]
    public void Choose_CheckpointAndCommit_TakesTheFurther(long? checkpoint, long? committed, long? expected) =>
        Assert.Equal(expected, StartPosition.Choose(checkpoint, committed));

    [Theory]
    [InlineData(100L, 300, 900, KafkaOffsetReset.Latest, 300, PositionFault.Retention, 200)]
    [InlineData(1_000L, 0, 900, KafkaOffsetReset.Earliest, 0, PositionFault.Recreated, 0)]
    [InlineData(1_000L, 0, 900, KafkaOffsetReset.Latest, 900, PositionFault.Recreated, 0)]
    [InlineData(900L, 300, 900, KafkaOffsetReset.Earliest, 900, PositionFault.None, 0)]
    [InlineData(300L, 300, 900, KafkaOffsetReset.Latest, 300, PositionFault.None, 0)]
    [InlineData(null, 300, 900, KafkaOffsetReset.Earliest, 300, PositionFault.None, 0)]
    [InlineData(null, 300, 900, KafkaOffsetReset.Latest, 900, PositionFault.None, 0)]
    public void AfterRefusal_PositionAgainstWatermarks_SaysWhereAndWhy(
        long? position, long low, long high, KafkaOffsetReset reset, long offset, PositionFault fault, long lost) =>
        Assert.Equal(new Restart(offset, fault, lost), StartPosition.AfterRefusal(position, low, high, reset));
}
