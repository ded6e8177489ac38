using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Provisioning;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;
using CasinoFloor.Tests.Eventhouse.Embedded.Commands;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class UpdatePolicyTests : IAsyncLifetime
{
    private const string Signals = "slot_signals_live | order by source_offset asc | project source_offset, event_type, machine_id";

    private TestHouse _house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await TestHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task WriteAsync_SignalsAmongGames_StoresThemInTheirTableToo()
    {
        // The clock stands still: writes of the same moment are told apart all the same.
        await _house.WriteAsync(Batch(0, SlotEventType.Spin, SlotEventType.DoorOpen, SlotEventType.Jackpot), TestBatches.At(3));
        await _house.WriteAsync(Batch(3, SlotEventType.Error, SlotEventType.Heartbeat, SlotEventType.CardIn), TestBatches.At(6));
        await _house.WriteAsync(Batch(6, SlotEventType.Spin), TestBatches.At(7));

        Assert.Equal([[1L, "DOOR_OPEN", "M-1"], [3L, "ERROR", "M-1"], [5L, "CARD_IN", "M-1"]], await _house.AskAsync(Signals));
        Assert.Equal(
            await _house.AskAsync("signals_of_slot_events() | order by source_offset asc"),
            await _house.AskAsync("slot_signals(datetime(2026-03-14), datetime(2026-03-15)) | order by source_offset asc"));
        Assert.Equal(7, _house.Count("slot_events_live"));
    }

    [Fact]
    public async Task WriteAsync_MoreRowsThanARowGroup_MissesNoSignal()
    {
        const int rows = 100_000;
        await _house.WriteAsync(Batch(0, [.. Enumerable.Repeat(SlotEventType.Tilt, 5)]), TestBatches.At(5));

        await _house.WriteAsync(Batch(5, [.. Enumerable.Range(0, rows).Select(i => i % 100 == 0 ? SlotEventType.Error : SlotEventType.Spin)]), TestBatches.At(5 + rows));

        Assert.Equal([[5L + (rows / 100), 5L + (rows / 100)]], await _house.AskAsync("slot_signals_live | summarize count(), dcount(source_offset)"));
    }

    [Fact]
    public async Task WriteAsync_OtherStreamsOnly_AddsNoSignalAgain()
    {
        await _house.WriteAsync(Batch(0, SlotEventType.DoorOpen), TestBatches.At(1));

        await _house.House.WriteAsync([TestBatches.New(EventStream.Cash)], [TestBatches.At(1)], Cancellation);

        Assert.Equal([[0L, "DOOR_OPEN", "M-1"]], await _house.AskAsync(Signals));
    }

    [Fact]
    public async Task LoadAsync_RowsFromOutside_GoThroughThePolicy()
    {
        var request = new LoadRequest(
            "slot_events_live",
            RowFormat.Json,
            Encoding.UTF8.GetBytes("""
                {"machine_id":"M-7","event_type":"TILT","event_timestamp":"2026-03-14T12:00:00Z","error_message":"it's tilted"}
                {"machine_id":"M-7","event_type":"SPIN","event_timestamp":"2026-03-14T12:00:01Z"}
                """));

        Assert.Equal((2L, null), await _house.House.LoadAsync(request, Cancellation));
        await _house.RunAsync("""
            .set-or-append slot_events_live <| slot_events_live | where event_type == "TILT" | extend machine_id = "M-8"
            """);

        Assert.Equal(
            [["M-7", "it's tilted"], ["M-8", "it's tilted"]], await _house.AskAsync("slot_signals_live | order by machine_id asc | project machine_id, error_message"));
    }

    [Fact]
    public async Task LoadSignalsAsync_BetweenTwoMoments_GivesTheNewestOfEachKind()
    {
        await _house.WriteAsync(
            Batch(0, SlotEventType.DoorOpen, SlotEventType.DoorOpen, SlotEventType.Error, SlotEventType.DoorClose, SlotEventType.CardIn), TestBatches.At(5));

        var signals = await _house.House.LoadSignalsAsync(TestHouse.Now, TestHouse.Now.AddSeconds(4), Cancellation);

        Assert.Equal(
            [new("M-1", SlotEventType.DoorOpen, TestHouse.Now.AddSeconds(1)), new MachineSignal("M-1", SlotEventType.DoorClose, TestHouse.Now.AddSeconds(3))],
            signals.OrderBy(signal => signal.Time));
    }

    [Theory]
    [InlineData("source_offset >= 0")]
    [InlineData("source_offset > 1")]
    [InlineData("false")]
    public async Task OpenAsync_PolicyThatIsNotThere_FillsWhatIsMissing(string lost)
    {
        await _house.WriteAsync(Batch(0, SlotEventType.Spin, SlotEventType.PowerOff, SlotEventType.PowerOn), TestBatches.At(3));

        // As a version left it that knew nothing of the table, or a start that was cut off.
        _house.Execute($"DELETE FROM slot_signals_live WHERE {lost}");
        _house.Execute("DELETE FROM kql_metadata");
        await _house.ReopenAsync();
        await _house.ReopenAsync();
        await _house.WriteAsync(Batch(3, SlotEventType.Tilt), TestBatches.At(4));

        Assert.Equal([[1L, "POWER_OFF", "M-1"], [2L, "POWER_ON", "M-1"], [3L, "TILT", "M-1"]], await _house.AskAsync(Signals));
    }

    [Fact]
    public async Task OpenAsync_ManyStoredFunctions_OpensAndWrites()
    {
        for (var i = 0; i < 30; i++)
        {
            await _house.RunAsync($".create function f{i}() {{ slot_events_live {string.Concat(Enumerable.Repeat("| where machine_id != '' ", 10))} }}");
        }

        await _house.ReopenAsync();
        await _house.WriteAsync(Batch(0, SlotEventType.Tilt), TestBatches.At(1));

        Assert.Equal([[0L, "TILT", "M-1"]], await _house.AskAsync(Signals));
    }

    [Theory]
    [InlineData(".drop function signals_of_slot_events")]
    [InlineData(".create-or-alter function signals_of_slot_events() { slot_events_live | project machine_id }")]
    [InlineData(".create-or-alter function with (skipvalidation=true) signals_of_slot_events() { nothing }")]
    [InlineData(".delete table slot_signals_live policy update")]
    [InlineData(".alter table slot_signals_live policy update '[]'")]
    [InlineData(".alter table slot_signals_live policy update '[{\"IsEnabled\":false,\"Source\":\"slot_events_live\",\"Query\":\"signals_of_slot_events()\"}]'")]
    [InlineData(".alter table stream_checkpoints policy update '[{\"Source\":\"S\",\"Query\":\"S\"}]'")]
    public async Task Command_ThatWouldEndTheProductsOwnPolicy_IsRefused(string command)
    {
        await _house.RefusedAsync(command);
        await _house.WriteAsync(Batch(0, SlotEventType.Tilt), TestBatches.At(1));

        Assert.Equal([[0L, "TILT", "M-1"]], await _house.AskAsync(Signals));
    }

    [Fact]
    public void Schema_UpdatePolicy_IsThatOfTheTable()
    {
        var policies = SchemaFolder.Load(Path.Combine(RepositoryFiles.Root, "kql"), isRemote: false).Select(command => command.Command).OfType<AlterUpdatePolicyCommand>();

        Assert.Equal(
            EventhouseTables.All.Where(table => table.Update is not null).Select(table => (table.Name, table.Update)),
            policies.Select(policy => (policy.Entity.Names[0], ((string, string)?)(policy.Updates[0].Source, policy.Updates[0].Query))));
    }

    [Fact]
    public async Task Policy_OfReplacedRows_ReadsTheNewOnes()
    {
        await _house.RunAsync(".create tables S (a:long), T (a:long)");
        await _house.RunAsync(""".alter table T policy update '[{"Source":"S","Query":"S"}]'""");
        await _house.RunAsync(".set-or-append S <| print 1");

        await _house.RunAsync(".set-or-replace S <| print 2");

        Assert.Contains("would not work any more", (await _house.RefusedAsync(".create-merge table T (b:long)")).Message, StringComparison.Ordinal);
        Assert.Equal([[1L], [2L]], await _house.AskAsync("T | order by a asc"));
        await _house.RunAsync(".drop tables (S, T)");
    }

    [Fact]
    public async Task Policy_OfATableOfOnesOwn_IsShownMergedAndDeleted()
    {
        await _house.RunAsync(".create table S (a:long, t:datetime)");
        await _house.RunAsync(".create table T (day:datetime, a:long)");
        await _house.RunAsync("""
            .alter table T policy update ```[{"Source":"S", "Query":"S | where a > 1 | project bin(t, 1d), a * 2"}]```
            """);
        await _house.RunAsync("""
            .alter-merge table T policy update @'[{"Source":"S","Query":"S | summarize a = sum(a) by day = startofday(t) | where isnotnull(day)","IsTransactional":true},
                {"Source":"S","Query":"S | project t, a","IsEnabled":false}]'
            """);

        await _house.RunAsync(".ingest inline into table S <|\n1,2026-03-14T01:00:00Z\n5,2026-03-14T02:00:00Z");
        await _house.RunAsync(".ingest inline into table S <|\n7,2026-03-15T02:00:00Z");

        var shown = (string)(await _house.RunAsync(".show table T policy update")).Rows[0][2]!;
        Assert.Contains("""{"IsEnabled":true,"Source":"S",""", shown, StringComparison.Ordinal);
        Assert.Contains("\"IsTransactional\":true", shown, StringComparison.Ordinal);
        Assert.Equal([6L, 7L, 10L, 14L], (await _house.AskAsync("T | order by a asc | project a")).Select(row => row[0]));
        Assert.Equal([2L], (await _house.AskAsync("T | summarize dcount(day)"))[0]);

        await _house.RunAsync(".delete table T policy update");
        await _house.RunAsync(".ingest inline into table S <|\n9,2026-03-15T02:00:00Z");
        Assert.Equal("null", (await _house.RunAsync(".show table T policy update")).Rows[0][2]);
        Assert.Equal(4L, (await _house.AskAsync("T | count"))[0][0]);
    }

    [Fact]
    public async Task Policy_QueryThatFails_RefusesTheRows()
    {
        await _house.RunAsync(".create table S (a:real)");
        await _house.RunAsync(".create table T (a:real)");
        await _house.RunAsync(""".alter table T policy update '[{"Source":"S","Query":"S | project asin(a)"}]'""");
        await _house.RunAsync(".ingest inline into table S <| 0.5");

        var refused = await _house.RefusedAsync(".ingest inline into table S <| 2.0");

        Assert.StartsWith("The update policy of 'T' refuses the rows of 'S': ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, (await _house.AskAsync("S | count"))[0][0]);
    }

    [Theory]
    [InlineData("T", "Nowhere", "print 1", "There is no table 'Nowhere'")]
    [InlineData("Nowhere", "S", "S", "There is no table 'Nowhere'")]
    [InlineData("T", "S", "S | project b", "cannot be bound")]
    [InlineData("T", "S", "S | project tostring(a)", "do not fit")]
    [InlineData("T", "T", "T", "cannot be the source of another")]
    [InlineData("U", "T", "T", "cannot be the source of another")]
    [InlineData("S", "U", "U", "cannot be the source of another")]
    [InlineData("U", "S", "S | evaluate pivot(a)", "do not fit")]
    [InlineData("U", "slot_events_live", "slot_events_live | count", "one of the product's own tables")]
    public async Task AlterPolicy_WhatCannotBe_IsRefused(string target, string source, string query, string why)
    {
        await _house.RunAsync(".create tables S (a:long), T (a:long), U (a:long)");
        await _house.RunAsync(""".alter table T policy update '[{"Source":"S","Query":"S"}]'""");

        var error = await _house.RefusedAsync($$""".alter table {{target}} policy update '[{"Source":"{{source}}","Query":"{{query}}"}]'""");

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("reads from 'S'", (await _house.RefusedAsync(".drop table S")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetOrAppend_MoreRowsThanAtOnce_IsRefused() => Assert.Contains(
        "more than 5000000 rows", (await _house.RefusedAsync(".set Big <| range x from 1 to 5000001 step 1")).Message, StringComparison.Ordinal);

    private static EventBatch Batch(long first, params SlotEventType[] types)
    {
        var batch = TestBatches.New(EventStream.Slot);
        for (var i = 0; i < types.Length; i++)
        {
            batch.Spin(first + i, "M-1", TestHouse.Now.AddSeconds(first + i)).Type = types[i];
        }

        return batch;
    }
}
