using System.Text.Json;
using CasinoFloor.Eventhouse.Embedded;

namespace CasinoFloor.Tests.Eventhouse.Embedded.Commands;

public sealed class SchemaCommandsTests
{
    [Fact]
    public async Task CreateMerge_TableThatExists_AddsColumnsAndKeepsRows()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table Notes (a:long, ['A']:string) with (docstring=\"what is noted\", folder=\"mine\")");
        await house.RunAsync(".ingest inline into table Notes <| 1,x");

        var created = await house.RunAsync(".create-merge table Notes (a:long, b:datetime, c:string)");

        Assert.Equal(["TableName", "Schema", "DatabaseName", "Folder", "DocString"], created.Names());
        Assert.Equal([1L, "x", null, ""], Assert.Single(await house.AskAsync("Notes")));
        Assert.Equal("mine", created.Rows[0][3]);
        Assert.Contains("its type cannot become string", (await house.RefusedAsync(".create-merge table Notes (a:string)")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_AfterCommands_KnowsEverything()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table T (Id:guid, At:datetime, Span:timespan, Bag:dynamic, D:decimal, R:real, I:int, B:bool)");
        await house.RunAsync(".create-or-alter function with (folder=\"f\") Twice(x:long, y:long = 3) { x * 2 + y }");
        await house.RunAsync(".create materialized-view Newest on table T { T | summarize arg_max(At, *) by Id }");
        await house.RunAsync(".create table T ingestion json mapping 'm' '[{\"column\":\"I\",\"path\":\"$.i\"}]'");
        await house.RunAsync(".alter table T policy retention softdelete = 7d");
        await house.RunAsync(".alter table slot_events_live docstring 'spins'");
        await house.RunAsync(".set-or-append T <| print newguid = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), datetime(2024-01-02), 1h, dynamic({\"a\": 1}), decimal(1.5), 2.5, int(7), true");

        await house.ReopenAsync();

        Assert.Equal(
            [Guid.Parse("74be27de-1e4e-49d9-b579-fe0b331d3642"), new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc), TimeSpan.FromHours(1), "{\"a\":1}", 1.5m, 2.5, 7, true],
            Assert.Single(await house.AskAsync("Newest | project Id, At, Span, Bag, D, R, I, B")));
        Assert.Single(await house.AskAsync("materialized_view('Newest')"));
        Assert.Equal([13L, 9L], Assert.Single(await house.AskAsync("print Twice(5), Twice(4, 1)")));
        Assert.Equal("m", Assert.Single((await house.RunAsync(".show table T ingestion json mappings")).Rows)[0]);
        Assert.Contains("\"SoftDeletePeriod\":\"7.00:00:00\"", (string)(await house.RunAsync(".show table T policy retention")).Rows[0][2]!, StringComparison.Ordinal);
        Assert.Equal("spins", (await house.RunAsync(".show tables | where TableName == 'slot_events_live' | project DocString")).Rows[0][0]);
    }

    [Theory]
    [InlineData(".drop table slot_events_live", "product's own")]
    [InlineData(".clear table slot_events_live data", "product's own")]
    [InlineData(".set-or-replace slot_events_live <| slot_events_live", "product's own")]
    [InlineData(".create-merge table slot_events_live (other:long)", "product's own")]
    [InlineData(".create-merge table slot_events_live (event_id:long)", "cannot become")]
    [InlineData(".ingest inline into table stream_checkpoints <| a,b,1,2,2024-01-01,1", "read only")]
    [InlineData(".drop table Nothing", "no table 'Nothing'")]
    [InlineData(".append Nothing <| print 1", "no table 'Nothing'")]
    [InlineData(".create function slot_events_live() { print 1 }", "taken")]
    [InlineData(".create function f() { nothing | take 1 }", "'nothing' is not a known")]
    [InlineData(".create materialized-view v on table slot_events_live { slot_events_live | where nothing > 1 }", "nothing")]
    [InlineData(".show database other schema as json", "'other'")]
    [InlineData(".get ingestion resources", "streaming ingestion")]
    [InlineData(".get kusto identity token", "streaming ingestion")]
    [InlineData(".create table slot_events_live ingestion json mapping 'm' '[{\"column\":\"event_id\",\"path\":\"$..x\"}]'", "no path")]
    [InlineData(".create table slot_events_live ingestion json mapping 'm' '[{\"column\":\"none\",\"path\":\"$.x\"}]'", "no column 'none'")]
    public async Task Command_NotPossible_SaysWhy(string command, string why)
    {
        await using var house = await TestHouse.OpenAsync();

        var error = await house.RefusedAsync(command);

        Assert.Contains(why, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.True(error.Line > 0, error.ToString());
    }

    [Fact]
    public async Task Drop_TableWithRows_IsGoneAndItsNameFree()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".set T <| range n from 1 to 10 step 1");

        await house.RunAsync(".drop table T");

        Assert.NotNull((await house.House.QueryAsync(new("T | count"), TestHouse.Token)).Error);
        await house.RunAsync(".set T <| print s = 'other'");
        Assert.Equal(["other"], Assert.Single(await house.AskAsync("T")));
        await house.RunAsync(".drop table Missing ifexists");
    }

    [Fact]
    public async Task Names_ThatAreSql_StayNames()
    {
        await using var house = await TestHouse.OpenAsync();
        const string Name = "x\"; DROP TABLE slot_events_live; --";

        await house.RunAsync($".create table ['{Name}'] (['c\"1']:string, ['{Name}']:long)");
        await house.RunAsync($".ingest inline into table ['{Name}'] <| '); DROP TABLE kql_metadata; --,5");

        Assert.Equal(["'); DROP TABLE kql_metadata; --", 5L], Assert.Single(await house.AskAsync($"['{Name}']")));
        Assert.Equal(0, house.Count("slot_events_live"));
    }

    [Fact]
    public async Task KqlMetadata_ByItsName_CannotBeSeen()
    {
        await using var house = await TestHouse.OpenAsync();

        Assert.NotNull((await house.House.QueryAsync(new("kql_metadata"), TestHouse.Token)).Error);
        Assert.DoesNotContain((await house.RunAsync(".show tables")).Rows, row => row[0] is "kql_metadata");
        await house.RunAsync(".create table kql_metadata (a:long)");
        Assert.Empty(await house.AskAsync("kql_metadata"));
    }

    [Fact]
    public async Task ShowDatabaseSchemaAsJson_WithEverything_HasTablesFunctionsAndViews()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create function F(a:long, since:datetime = datetime(null)) { print a }");
        await house.RunAsync(".create materialized-view V on table slot_events_live { slot_events_live | summarize take_any(*) by event_id }");

        var shown = await house.RunAsync(".show database casino_realtime schema as json");

        Assert.Equal(["DatabaseSchema"], shown.Names());
        var database = JsonElement.Parse((string)shown.Rows[0][0]!).GetProperty("Databases").GetProperty(EmbeddedEventhouse.DatabaseName);
        var column = database.GetProperty("Tables").GetProperty("slot_activity_1m").GetProperty("OrderedColumns")[3];
        Assert.Equal(("spin_count", "System.Int64", "long"), (Text(column, "Name"), Text(column, "Type"), Text(column, "CslType")));
        Assert.Equal("event_id", Text(database.GetProperty("MaterializedViews").GetProperty("V").GetProperty("OrderedColumns")[0], "Name"));
        Assert.Equal("System.DateTime", Text(database.GetProperty("Functions").GetProperty("F").GetProperty("InputParameters")[1], "Type"));

        static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData(".show version", "BuildVersion, BuildTime, ServiceType, ProductVersion")]
    [InlineData(".show databases", "DatabaseName, PersistentStorage, Version, IsCurrent, DatabaseAccessMode, PrettyName, ReservedSlot1, DatabaseId, InTransitionTo")]
    [InlineData(".show tables", "TableName, DatabaseName, Folder, DocString")]
    [InlineData(".show table slot_events_live", "AttributeName, AttributeType")]
    [InlineData(".show table slot_events_live cslschema", "TableName, Schema, DatabaseName, Folder, DocString")]
    [InlineData(".show database schema", "DatabaseName, TableName, ColumnName, ColumnType, IsDefaultTable, IsDefaultColumn, PrettyName, Version, Folder, DocString")]
    [InlineData(".show functions", "Name, Parameters, Body, Folder, DocString")]
    [InlineData(".show ingestion mappings", "Name, Kind, Mapping, LastUpdatedOn, Database, Table")]
    [InlineData(".show table slot_events_live policy retention", "PolicyName, EntityName, Policy, ChildEntities, EntityType")]
    [InlineData(".show tables | count", "Count")]
    public async Task Show_Anything_HasKustosColumns(string command, string columns)
    {
        await using var house = await TestHouse.OpenAsync();

        Assert.Equal(columns, string.Join(", ", (await house.RunAsync(command)).Names()));
    }

    [Fact]
    public async Task ExecuteScript_SecondCommandFails_StopsThere()
    {
        await using var house = await TestHouse.OpenAsync();

        var answer = await house.RunAsync(".execute database script <|\n.create table A (x:long)\n.drop table Missing\n.create table B (x:long)");

        Assert.Equal(["Completed", "Failed"], answer.Rows.Select(row => row[3]));
        Assert.Equal([1L], Assert.Single((await house.RunAsync(".show tables | where TableName in ('A', 'B') | count")).Rows));
    }

    [Fact]
    public async Task Retention_PolicyOfATable_DeletesItsOldRows()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".set Old <| print 1");
        await house.RunAsync(".set Kept <| print 1");
        await house.RunAsync(".alter table Old policy retention softdelete = 1d");
        house.Time.Advance(TimeSpan.FromDays(2));
        await house.RunAsync(".append Old <| print 2");

        var result = await new Retention(house.House, house.Options).ApplyAsync(house.Time.GetUtcNow().UtcDateTime, TestHouse.Token);

        Assert.Equal(1, result.RowsDeletedByAge);
        Assert.Equal([2L], Assert.Single(await house.AskAsync("Old")));
        Assert.Single(await house.AskAsync("Kept"));
    }
}
