using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Provisioning;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;
using CasinoFloor.Tests.Eventhouse.Embedded;

namespace CasinoFloor.Tests.Eventhouse.Provisioning;

public sealed class ProvisionerTests : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "kql");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("provision");
    private EmbeddedEventhouse _house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = new EmbeddedEventhouse(new EmbeddedOptions { Directory = _directory.FullName }, TestBatches.Identify, TimeProvider.System);
        await _house.OpenAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public void Schema_Tables_AreThoseThatAreWritten()
    {
        var declared = SchemaFolder.Load(Folder, isRemote: true).Select(command => command.Command).OfType<CreateTablesCommand>().SelectMany(command => command.Tables);

        Assert.Equal(
            EventhouseTables.Remote.Select(KqlTables.Describe).Select(table => $"{table.Name}: {string.Join(", ", table.Columns.Select(column => $"{column.Name}:{column.Type}"))}"),
            declared.Select(table => $"{table.Name}: {string.Join(", ", table.Columns.Select(column => $"{column.Name}:{column.Type}"))}"));
    }

    [Fact]
    public void Schema_EveryTable_HasAMappingOfAllColumnsAndPolicies()
    {
        var commands = SchemaFolder.Load(Folder, isRemote: true).Select(command => command.Command).ToList();

        Assert.All(EventhouseTables.Remote, table =>
        {
            var mapping = Assert.Single(commands.OfType<CreateJsonMappingCommand>(), mapping => mapping.Table == table.Name);
            Assert.Equal(table.Name + "_json", mapping.Name);
            Assert.Equal(table.Columns.Select(column => (column.Name, Path: "$." + column.Name)), mapping.Columns.Select(column => (column.Column, Path: column.Path!)));
            Assert.Contains(commands.OfType<AlterStreamingPolicyCommand>(), policy => policy.IsEnabled && policy.Entity.Names.Contains(table.Name));
            Assert.Contains(commands.OfType<AlterRetentionPolicyCommand>(), policy => policy.Entity.Names.Contains(table.Name));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ApplyAsync_Twice_ChangesNothingTheSecondTime(bool isRemote)
    {
        var provisioner = new Provisioner(_house.CommandAsync, SchemaFolder.Load(Folder, isRemote));

        var first = await provisioner.ApplyAsync(Cancellation);
        var second = await provisioner.PlanAsync(Cancellation);

        Assert.Contains(first, change => change is { Entity: "function slot_minutes", Change: "new" });
        Assert.Contains(first, change => change is { Entity: "mapping slot_events_live/slot_events_live_json", Change: "new" });
        Assert.DoesNotContain(second, change => change.Change is not null);
    }

    [Fact]
    public async Task PlanAsync_SomethingElseThere_SaysWhatChanges()
    {
        var provisioner = new Provisioner(_house.CommandAsync, SchemaFolder.Load(Folder, isRemote: false));
        await provisioner.ApplyAsync(Cancellation);
        await RunAsync(".create-or-alter function slot_minutes() { print 1 }");
        await RunAsync(".alter-merge table alerts_live policy retention softdelete = 7d");

        var changes = (await provisioner.PlanAsync(Cancellation)).Where(change => change.Change is not null).ToList();

        Assert.Equal(["retention of alerts_live: 7.00:00:00 becomes 400.00:00:00", "function slot_minutes: changed"], changes.Select(change => $"{change.Entity}: {change.Change}"));
        await provisioner.ApplyAsync(Cancellation);
        Assert.Null((await _house.QueryAsync(new KqlQuery("slot_minutes(ago(1h), now())"), Cancellation)).Error);
    }

    [Fact]
    public async Task ApplyAsync_ViewsForARemoteEventhouse_LeaveOutWhatCameTwice()
    {
        await new Provisioner(_house.CommandAsync, SchemaFolder.Load(Folder, isRemote: true)).ApplyAsync(Cancellation);
        await RunAsync($"""
            .set-or-append slot_events_live <| datatable(event_id:string, machine_id:string, event_type:string, event_timestamp:datetime, wager_amount:real, payout_amount:real,
                bill_amount:real, ticket_amount:real, meter_coin_in:real, meter_coin_out:real, floor_section:string, denomination:real, player_id:string, session_id:string, hopper_level:real,
                error_code:string, error_message:string, machine_type:string, manufacturer:string, game_theme:string, theoretical_hold:real, is_late:bool, source_partition:int, source_offset:long,
                enqueued_at:datetime, ingested_at:datetime) [{Values(1)}, {Values(1)}, {Values(2)}]
            """);

        var result = await _house.QueryAsync(
            new KqlQuery("slot_events(datetime(2026-03-14), datetime(2026-03-15)) | summarize rows = count(), offsets = dcount(source_offset)"), Cancellation);

        Assert.Null(result.Error);
        Assert.Equal([2L, 2L], result.Table.Rows[0]);

        static string Values(int offset) =>
            "'', 'M-1', 'SPIN', datetime(2026-03-14T14:55:10Z), 10.0, 4.0, real(null), real(null), real(null), real(null), 'penny', 0.01, '', '', real(null), '', '', '', '', '', real(null), false, "
            + $"1, {offset}, datetime(2026-03-14T14:55:11Z), datetime(2026-03-14T14:55:12Z)";
    }

    private async Task RunAsync(string command) => Assert.Null((await _house.CommandAsync(command, Cancellation)).Error);
}
