using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class RetentionTests
{
    [Fact]
    public async Task ApplyAsync_RowsOlderThanTheAge_GoFromEveryTable()
    {
        await using var house = await TestHouse.OpenAsync();
        await WriteOneOfEachAsync(house, 0);
        house.Time.Advance(TimeSpan.FromDays(1));
        await WriteOneOfEachAsync(house, 1);

        var result = await new Retention(house.House, house.Options).ApplyAsync(TestHouse.Now.AddDays(35).AddMinutes(1), TestHouse.Token);

        Assert.Equal((4L, 0L), (result.RowsDeletedByAge, result.RowsDeletedBySize));
        Assert.Equal([[1L]], house.Query("SELECT source_offset FROM slot_events_live"));
        Assert.Equal([["1"]], house.Query("SELECT finding_id FROM alerts_live"));
        Assert.Equal([[1L]], house.Query("SELECT source_offset FROM dead_letter_events"));
        Assert.Equal([[1L]], house.Query("SELECT spin_count FROM slot_activity_1m"));
        Assert.Equal(2, Assert.Single(await house.House.LoadCheckpointsAsync(TestHouse.Token)).NextOffset);
    }

    [Fact]
    public async Task DeleteAsync_RefusedByTheDatabase_IsAFailureThatTheRetentionServiceCanReport()
    {
        await using var house = await TestHouse.OpenAsync();

        var failure = await Assert.ThrowsAsync<EventhouseException>(() => house.House.DeleteAsync("no_such_table", "true", TestHouse.Token));

        Assert.Contains("no_such_table", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_ReplayOfOldEvents_CountsTheirIngestion()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.WriteAsync(TestBatches.Spins(0, 10, TestHouse.Now.AddDays(-400)), TestBatches.At(10));

        await new Retention(house.House, house.Options).ApplyAsync(TestHouse.Now.AddDays(1), TestHouse.Token);

        Assert.Equal(10, house.Count("slot_events_live"));
    }

    [Fact]
    public async Task ApplyAsync_DataTooLarge_DeletesTheOldestAndFreesTheirSpace()
    {
        await using var house = await TestHouse.OpenAsync();
        const int hours = 24;
        for (var hour = 0; hour < hours; hour++)
        {
            await house.WriteAsync(Incompressible(hour, EmbeddedOptions.RowGroupRows), TestBatches.At((hour + 1) * EmbeddedOptions.RowGroupRows));
            house.Time.Advance(TimeSpan.FromHours(1));
        }

        var now = TestHouse.Now.AddHours(hours);
        var full = (await new Retention(house.House, house.Options).ApplyAsync(now, TestHouse.Token)).UsedBytes;
        house.Options.MaxSizeBytes = full / 2;

        var result = await new Retention(house.House, house.Options).ApplyAsync(now, TestHouse.Token);

        Assert.InRange(result.UsedBytes, 1, full / 2);
        var row = house.Query("SELECT min(source_offset), max(source_offset), count(*) FROM slot_events_live")[0];
        var (oldest, newest, count) = ((long)row[0]!, (long)row[1]!, (long)row[2]!);
        Assert.Equal((hours * EmbeddedOptions.RowGroupRows) - 1, newest);
        Assert.Equal(newest - oldest + 1, count);
        Assert.InRange(count, hours / 4 * EmbeddedOptions.RowGroupRows, hours / 2 * EmbeddedOptions.RowGroupRows);
        Assert.Equal((hours * EmbeddedOptions.RowGroupRows) - count, result.RowsDeletedBySize);
    }

    [Fact]
    public async Task ApplyAsync_WithinAgeAndSize_DeletesNothing()
    {
        await using var house = await TestHouse.OpenAsync();
        await WriteOneOfEachAsync(house, 0);

        var result = await new Retention(house.House, house.Options).ApplyAsync(TestHouse.Now.AddDays(35), TestHouse.Token);

        Assert.Equal((0L, 0L), (result.RowsDeletedByAge, result.RowsDeletedBySize));
        Assert.Equal(1, house.Count("slot_events_live"));
    }

    private static EventBatch Incompressible(int hour, int rows)
    {
        var random = new Random(hour);
        var bytes = new byte[24];
        var batch = TestBatches.New(EventStream.Slot);
        for (var row = 0; row < rows; row++)
        {
            random.NextBytes(bytes);
            ref var slot = ref batch.Spin(((long)hour * rows) + row, "SLOT-1", TestHouse.Now.AddHours(hour).AddMilliseconds(row));
            slot.SessionId = batch.Text(Convert.ToBase64String(bytes));
        }

        return batch;
    }

    private static Task WriteOneOfEachAsync(TestHouse house, int number)
    {
        var now = house.Time.GetUtcNow().UtcDateTime;
        var batch = TestBatches.Spins(number, 1, now);
        batch.ReceivedTicks = now.Ticks;
        batch.Rejections.Add() = new Rejection(0, RejectionReason.NotJson, null);
        batch.Findings.Add(TestBatches.Finding($"{number}", now));
        batch.Windows.Add(new ActivityWindow
        {
            WindowStart = now.Ticks,
            MachineId = "SLOT-1",
            FloorSection = "",
            SpinCount = number,
            CoinIn = Money.Zero,
            CoinOut = Money.Zero,
            BillIn = Money.Zero,
            JackpotCount = 0,
            ErrorCount = 0,
            EventCount = 1,
            Revision = 0,
            ClosedAt = now.Ticks,
        });
        return house.WriteAsync(batch, TestBatches.At(number + 1));
    }
}
