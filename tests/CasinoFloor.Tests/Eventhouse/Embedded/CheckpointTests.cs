using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class CheckpointTests
{
    [Fact]
    public async Task LoadCheckpointsAsync_NewFile_IsEmpty()
    {
        await using var house = await TestHouse.OpenAsync();

        Assert.Empty(await house.House.LoadCheckpointsAsync(TestHouse.Token));
    }

    [Fact]
    public async Task WriteAsync_SeveralPartitionsSeveralTimes_KeepsTheLastOfEach()
    {
        await using var house = await TestHouse.OpenAsync();
        var first = new SourcePartition(EventStream.Slot, "kafka:es-slot-telemetry", 0, 0);
        var second = new SourcePartition(EventStream.Slot, "kafka:es-slot-telemetry", 1, 1);
        var cash = new SourcePartition(EventStream.Cash, "file:it's \"quoted\"", 0, 2);

        await house.House.WriteAsync([], [new Checkpoint(first, 10), new Checkpoint(second, 20)], TestHouse.Token);
        await house.House.WriteAsync([], [new Checkpoint(second, 25), new Checkpoint(cash, 5), new Checkpoint(second, 30)], TestHouse.Token);
        await house.ReopenAsync();

        Assert.Equal(
            [
                new StoredCheckpoint(EventStream.Slot, "kafka:es-slot-telemetry", 0, 10),
                new StoredCheckpoint(EventStream.Slot, "kafka:es-slot-telemetry", 1, 30),
                new StoredCheckpoint(EventStream.Cash, "file:it's \"quoted\"", 0, 5),
            ],
            (await house.House.LoadCheckpointsAsync(TestHouse.Token)).Order(Comparer<StoredCheckpoint>.Create((left, right) =>
                (left.Stream, left.Number).CompareTo((right.Stream, right.Number)))));
    }

    [Fact]
    public async Task WriteAsync_AfterARestart_RowsOfAPartitionKeepItsStoredId()
    {
        await using var house = await TestHouse.OpenAsync();
        var other = new SourcePartition(EventStream.Slot, "kafka:es-slot-telemetry", 4, 5);
        await house.WriteAsync(TestBatches.Spins(0, 1, TestHouse.Now), TestBatches.At(1));
        await house.ReopenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        batch.Spin(0, "M", TestHouse.Now).Message = batch.Message(0, other);

        // The same index now belongs to another partition, and the first partition to another index.
        await house.WriteAsync(batch, new Checkpoint(other, 1));
        await house.House.WriteAsync([], [new Checkpoint(TestBatches.SlotPartition with { Index = 0 }, 2)], TestHouse.Token);

        Assert.Equal(
            [[3, 2L, 1L], [4, 1L, 1L]],
            house.Query("""
                SELECT c."partition", c.next_offset, count(*) FROM slot_events_live e JOIN stream_checkpoints c ON c.partition_id = e.source_partition
                GROUP BY ALL ORDER BY 1
                """));
    }
}
