using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class AtomicWriteTests
{
    private static readonly SourcePartition Stranger = new(EventStream.Slot, "file:unknown", 0, 9);

    [Theory]
    [InlineData(10)]
    [InlineData(3_000)]
    [InlineData(210_000)]
    public async Task WriteAsync_FailsAfterRowsWereAppended_LeavesNothing(int rows)
    {
        // 210,000 rows are more than DuckDB's appender buffers: part of them has reached the transaction when the write fails.
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.Spins(0, rows, TestHouse.Now, 0.001);
        batch.Findings.Add(TestBatches.Finding("a", TestHouse.Now));
        var bad = TestBatches.New(EventStream.Slot);
        bad.Spin(0, "M", TestHouse.Now).Message = bad.Message(0, Stranger);

        await Assert.ThrowsAsync<ArgumentException>(() => house.House.WriteAsync([batch, bad], [TestBatches.At(rows)], TestHouse.Token));

        Assert.Equal(0, house.Count("slot_events_live") + house.Count("alerts_live") + house.Count("stream_checkpoints"));
        await house.ReopenAsync();
        Assert.Equal(0, house.Count("slot_events_live") + house.Count("alerts_live") + house.Count("stream_checkpoints"));
    }

    [Fact]
    public async Task WriteAsync_AgainAfterAFailure_StoresEverythingOnce()
    {
        await using var house = await TestHouse.OpenAsync();
        var batch = TestBatches.Spins(0, 5_000, TestHouse.Now);
        var bad = TestBatches.New(EventStream.Slot);
        bad.Spin(0, "M", TestHouse.Now).Message = bad.Message(0, Stranger);
        await Assert.ThrowsAsync<ArgumentException>(() => house.House.WriteAsync([batch, bad], [TestBatches.At(5_000)], TestHouse.Token));

        await house.WriteAsync(batch, TestBatches.At(5_000));

        Assert.Equal([[5_000L, 5_000L]], house.Query("SELECT count(*), count(DISTINCT source_offset) FROM slot_events_live"));
        Assert.Equal(5_000, Assert.Single(await house.House.LoadCheckpointsAsync(TestHouse.Token)).NextOffset);
    }

    [Fact]
    public async Task WriteAsync_DatabaseRefusesTheCheckpoint_LeavesNoRows()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.WriteAsync(TestBatches.Spins(0, 10, TestHouse.Now), TestBatches.At(10));
        using var rival = house.House.OpenReader();
        rival.Run("BEGIN TRANSACTION");
        rival.Run("UPDATE stream_checkpoints SET next_offset = 99");

        await Assert.ThrowsAsync<EventhouseException>(() => house.WriteAsync(TestBatches.Spins(10, 10, TestHouse.Now), TestBatches.At(20)));
        rival.Run("ROLLBACK");

        Assert.Equal(10, house.Count("slot_events_live"));
        Assert.Equal(10, Assert.Single(await house.House.LoadCheckpointsAsync(TestHouse.Token)).NextOffset);
        await house.WriteAsync(TestBatches.Spins(10, 10, TestHouse.Now), TestBatches.At(20));
        Assert.Equal(20, house.Count("slot_events_live"));
    }

    [Fact]
    public async Task WriteAsync_AlreadyCancelled_StoresNothing()
    {
        await using var house = await TestHouse.OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            house.House.WriteAsync([TestBatches.Spins(0, 10, TestHouse.Now)], [TestBatches.At(10)], new CancellationToken(canceled: true)));

        Assert.Equal(0, house.Count("slot_events_live"));
    }

    [Fact]
    public async Task WriteAsync_WhileQueriesRun_ReadersSeeWholeWritesOnly()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.WriteAsync(TestBatches.Spins(0, 100, TestHouse.Now), TestBatches.At(100));
        var writing = Task.Run(
            async () =>
        {
            for (var write = 1; write < 40; write++)
            {
                await house.WriteAsync(TestBatches.Spins(write * 100, 100, TestHouse.Now), TestBatches.At((write + 1) * 100));
            }
        }, TestHouse.Token);

        do
        {
            var row = house.Query("SELECT (SELECT count(*) FROM slot_events_live), (SELECT max(next_offset) FROM stream_checkpoints)")[0];
            Assert.Equal(row[1], row[0]);
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Equal(4_000, house.Count("slot_events_live"));
    }
}
