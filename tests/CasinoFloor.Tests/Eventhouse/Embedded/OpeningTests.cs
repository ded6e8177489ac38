using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.Ingestion;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class OpeningTests
{
    [Fact]
    public async Task OpenAsync_NewDirectory_MakesEveryTableInTheNamedDatabase()
    {
        await using var house = await TestHouse.OpenAsync();

        Assert.Equal([["casino_realtime"]], house.Query("SELECT current_database()"));
        foreach (var table in EventhouseTables.All)
        {
            Assert.Equal(
                table.Columns.Select(column => new object?[] { column.Name, column.DuckDbTypeName }),
                house.Query($"SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = 'casino_realtime' AND table_name = '{table.Name}' ORDER BY column_index"));
        }
    }

    [Fact]
    public async Task OpenAsync_TwiceInOneProcess_SaysThatItIsInUse()
    {
        await using var house = await TestHouse.OpenAsync();
        await using var second = new EmbeddedEventhouse(house.Options, TestBatches.Identify, house.Time);

        var failure = await Assert.ThrowsAsync<EventhouseException>(() => second.OpenAsync(TestHouse.Token));

        Assert.Contains(house.Options.FilePath, failure.Message, StringComparison.Ordinal);
        Assert.Contains($"PID {Environment.ProcessId}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--data", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_FileThatIsNoDatabase_SaysSo()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.House.DisposeAsync();
        await File.WriteAllTextAsync(house.Options.FilePath, string.Concat(Enumerable.Repeat("not a database ", 2000)), TestHouse.Token);
        await using var second = new EmbeddedEventhouse(house.Options, TestBatches.Identify, house.Time);

        var failure = await Assert.ThrowsAsync<EventhouseException>(() => second.OpenAsync(TestHouse.Token));

        Assert.Contains(house.Options.FilePath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be opened", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_DirectoryIsAFile_SaysSo()
    {
        var file = Path.GetTempFileName();
        try
        {
            var options = new EmbeddedOptions { Directory = Path.Combine(file, "below") };
            await using var house = new EmbeddedEventhouse(options, TestBatches.Identify, TimeProvider.System);

            var failure = await Assert.ThrowsAsync<EventhouseException>(() => house.OpenAsync(TestHouse.Token));

            Assert.Contains("--data", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task OpenAsync_OlderSchema_AddsColumnsAndKeepsRows()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.WriteAsync(TestBatches.Spins(0, 3, TestHouse.Now), TestBatches.At(3));
        house.Execute("ALTER TABLE slot_events_live DROP COLUMN game_theme");
        house.Execute("ALTER TABLE slot_events_live DROP COLUMN hopper_level");
        house.Execute("ALTER TABLE slot_events_live ADD COLUMN of_a_newer_version INTEGER");
        house.Execute("DROP TABLE alerts_live");

        await house.ReopenAsync();
        var batch = TestBatches.New(EventStream.Slot);
        ref var slot = ref batch.Spin(3, "SLOT-2", TestHouse.Now);
        slot.GameTheme = batch.Text("Quick Hit");
        slot.HopperLevel = 50f;
        await house.WriteAsync(batch, TestBatches.At(4));

        Assert.Equal(0, house.Count("alerts_live"));
        Assert.Equal(
            [["SLOT-1", "", null, null], ["SLOT-2", "Quick Hit", 50.0, null]],
            house.Query("SELECT DISTINCT machine_id, game_theme, hopper_level, of_a_newer_version FROM slot_events_live ORDER BY 1"));
    }

    [Fact]
    public async Task OpenAsync_ColumnOfAnotherType_SaysWhich()
    {
        await using var house = await TestHouse.OpenAsync();
        house.Execute("ALTER TABLE alerts_live ALTER COLUMN sample TYPE VARCHAR");

        var failure = await Assert.ThrowsAsync<EventhouseException>(house.ReopenAsync);

        Assert.Contains("alerts_live.sample", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_BeforeOpen_IsABug()
    {
        await using var house = new EmbeddedEventhouse(new EmbeddedOptions(), TestBatches.Identify, TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.WriteAsync([], [], TestHouse.Token));
    }
}
