using CasinoFloor.Engine.Events;

namespace CasinoFloor.Tests.Eventhouse.Embedded.Commands;

public sealed class IngestCommandsTests
{
    [Fact]
    public async Task SetOrAppend_QueryOverTables_TakesColumnsByOrder()
    {
        await using var house = await TestHouse.OpenAsync();

        var first = await house.RunAsync(".set-or-append Totals <| range n from 1 to 3 step 1 | summarize total = sum(n), at = max(datetime(2024-01-01))");
        await house.RunAsync(".set-or-append Totals <| print another = 4, time = datetime(2024-01-02)");

        Assert.Equal(["ExtentId", "OriginalSize", "ExtentSize", "CompressedSize", "IndexSize", "RowCount"], first.Names());
        Assert.Equal(1L, first.Rows[0][5]);
        Assert.Equal([6L, 4L], (await house.AskAsync("Totals | sort by at asc | project total")).Select(row => row[0]));
        Assert.Contains("do not fit", (await house.RefusedAsync(".append Totals <| print 'text', 1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetOrReplace_TableWithRows_HasTheNewOnesOnly()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".set T <| range n from 1 to 3 step 1");

        await house.RunAsync(".set-or-replace T <| T | extend twice = n * 2 | where n > 1");

        Assert.Equal([[2L, 4L], [3L, 6L]], await house.AskAsync("T | sort by n asc"));
    }

    [Fact]
    public async Task SetOrAppend_QueryIsWrong_SaysWhereInTheCommand()
    {
        await using var house = await TestHouse.OpenAsync();

        var error = await house.RefusedAsync(".set-or-append T <|\n slot_events_live | where nothing > 1");

        Assert.Equal((2, 27), (error.Line, error.Column));
    }

    [Fact]
    public async Task Inline_OneRowIsWrong_StoresNone()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table T (a:long, s:string)");

        var error = await house.RefusedAsync(".ingest inline into table T <|\n1,one\n2,two\nthree,three");

        Assert.Contains("Row 3 has 'three' for 'a', which is a long.", error.Message, StringComparison.Ordinal);
        Assert.Empty(await house.AskAsync("T"));
    }

    [Fact]
    public async Task Inline_BuiltInTable_IsSeenByQueriesAndByRecovery()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(
            ".ingest inline into table slot_events_live with (format=\"json\") <|\n"
            + "{\"event_id\":\"e1\",\"machine_id\":\"M-1\",\"event_type\":\"SPIN\",\"event_timestamp\":\"2026-03-14T15:00:00Z\",\"wager_amount\":2.5}");

        Assert.Equal(["M-1", 2.5, "", false], Assert.Single(await house.AskAsync("slot_events_live | project machine_id, wager_amount, player_id, is_late")));
        Assert.NotNull((await house.AskAsync("slot_events_live | project t = ingestion_time()"))[0][0]);
        var recovered = 0;
        await house.House.RecoverAsync(EventStream.Slot, TestHouse.Now.AddHours(-1), batch => recovered += batch.MessageCount, TestHouse.Token);
        Assert.Equal(1, recovered);
        Assert.Contains(
            "needs a value for event_timestamp", (await house.RefusedAsync(".ingest inline into table slot_events_live <| e2,M-1,SPIN")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "kind of alerts_live is one of",
            (await house.RefusedAsync(".ingest inline into table alerts_live <| f1,nonsense,Info,Raised,M-1,,2026-03-14,2026-03-14")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Async_Command_AnswersAnOperationThatIsCompleted()
    {
        await using var house = await TestHouse.OpenAsync();

        var id = (await house.RunAsync(".set async T <| print 1")).Rows[0][0];

        var shown = await house.RunAsync($".show operations guid({id}) | project Operation, State");
        Assert.Equal(["TableSet", "Completed"], Assert.Single(shown.Rows));
    }

    [Fact]
    public async Task WriteAsync_WhileCommandsIngest_BothAreStored()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table T (n:long)");
        var commands = Enumerable.Range(0, 5).Select(_ => house.RunAsync(".append T <| range n from 1 to 20000 step 1")).ToList();

        for (var index = 0; index < 20; index++)
        {
            var batch = TestBatches.New(EventStream.Slot);
            batch.Spin(index, "M-1", TestHouse.Now, 1m, 0m);
            await house.WriteAsync(batch, TestBatches.At(index + 1));
        }

        await Task.WhenAll(commands);
        Assert.Equal([100_000L], Assert.Single(await house.AskAsync("T | count")));
        Assert.Equal(20, house.Count("slot_events_live"));
    }
}
