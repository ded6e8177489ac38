using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Layouts;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Tests.Eventhouse.RestApi;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Eventhouse.Remote;

/// <summary>The remote client against the embedded endpoints over HTTP: what it stores there equals what the embedded Eventhouse stores itself.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private static readonly string Kql = Path.Combine(RepositoryFiles.Root, "kql");

    private readonly DirectoryInfo _spool = Directory.CreateTempSubdirectory("roundtrip");
    private ApiHost _there = null!;
    private TestHouse _here = null!;
    private RemoteEventhouse _remote = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await ApiHost.StartAsync();
        _here = await TestHouse.OpenAsync();
        _remote = Client(_there.Http.BaseAddress!);
        await _remote.OpenAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _remote.DisposeAsync();
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        _spool.Delete(recursive: true);
    }

    [Fact]
    public async Task WriteAsync_EveryTable_StoresWhatTheEmbeddedStores()
    {
        var batches = Batches();
        Checkpoint[] checkpoints = [TestBatches.At(5), new(Tables, 5), new(Securities, 5), new(Cashes, 5)];

        await _remote.WriteAsync(batches, checkpoints, Cancellation);
        await _here.House.WriteAsync(batches, checkpoints, Cancellation);

        foreach (var table in EventhouseTables.Remote.Except([EventhouseTables.SlotSignals, EventhouseTables.MachineLocations, EventhouseTables.LayoutVersions, EventhouseTables.LayoutPlaces]))
        {
            // Ids of partitions and the moment of writing are each Eventhouse's own.
            var columns = string.Join(", ", table.Columns.Select(column => column.Name).Where(name => name is not ("source_partition" or "ingested_at" or "closed_at")).Select(name => $"['{name}']"));
            var query = $"{table.Name} | project {columns} | order by ['{table.Columns[0].Name}'] asc, ['{table.Columns[1].Name}'] asc";
            var expected = await RowsAsync(_here.House, query);
            var actual = await RowsAsync(_there.House.House, query);

            Assert.NotEmpty(expected);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public async Task RecoverAsync_WhatWasWritten_GivesTheSameEvents()
    {
        var batches = Batches();
        Checkpoint[] checkpoints = [TestBatches.At(5), new(Tables, 5), new(Securities, 5), new(Cashes, 5)];
        await _remote.WriteAsync(batches, checkpoints, Cancellation);
        await _here.House.WriteAsync(batches, checkpoints, Cancellation);
        var since = TestHouse.Now.AddHours(-1);

        Assert.Equal(await _here.House.NewestEventAsync(Cancellation), await _remote.NewestEventAsync(Cancellation));
        foreach (var stream in EventStreams.All.ToArray())
        {
            Assert.Equal(await EventsAsync(_here.House, stream, since), await EventsAsync(_remote, stream, since));
        }

        Assert.Equal(await _here.House.LoadFindingsAsync(since, Assert.Fail, Cancellation), await _remote.LoadFindingsAsync(since, Assert.Fail, Cancellation));
        Assert.Equal(
            (await _here.House.LoadWindowsAsync(since, Cancellation)).Select(window => window with { ClosedAt = 0 }),
            (await _remote.LoadWindowsAsync(since, Cancellation)).Select(window => window with { ClosedAt = 0 }));
        var identities = new List<UInt128>();
        await _remote.RecoverIdentitiesAsync(1000, (_, id) => identities.Add(id), Cancellation);
        Assert.Contains(TestBatches.Identify(EventStream.Slot, "M-1-0"u8), identities);
    }

    [Fact]
    public async Task WriteAsync_SentAgain_CountsOnceInTheViews()
    {
        var batches = Batches();
        Checkpoint[] checkpoints = [TestBatches.At(5), new(Tables, 5), new(Securities, 5), new(Cashes, 5)];
        await new CasinoFloor.Eventhouse.Provisioning.Provisioner(_remote, Kql).ApplyAsync(Cancellation);

        await _remote.WriteAsync(batches, checkpoints, Cancellation);
        await _remote.WriteAsync(batches, checkpoints, Cancellation);

        var raw = await RowsAsync(_remote, "slot_events_live | count");
        var view = await RowsAsync(_remote, "slot_events(datetime(2026-03-01), datetime(2026-04-01)) | count");
        Assert.Equal((4L, 2L), (raw[0][0], view[0][0]));
    }

    [Fact]
    public async Task LoadFindingsAsync_StoredByANewerVersion_IsLeftOutAndTold()
    {
        await _remote.WriteAsync(Batches(), [TestBatches.At(5), new(Tables, 5), new(Securities, 5), new(Cashes, 5)], Cancellation);
        _there.House.Execute("UPDATE alerts_live SET kind = 'Flood'");

        var unknown = new List<string>();
        Assert.Empty(await _remote.LoadFindingsAsync(TestHouse.Now.AddHours(-1), unknown.Add, Cancellation));
        Assert.Equal(["Flood"], unknown);
    }

    [Fact]
    public async Task LoadSignalsAsync_ProvisionedEventhouse_GivesWhatItsUpdatePolicyKept()
    {
        await new CasinoFloor.Eventhouse.Provisioning.Provisioner(_remote, Kql).ApplyAsync(Cancellation);
        var batch = TestBatches.New(EventStream.Slot);
        batch.Spin(0, "M-1", TestHouse.Now).Type = SlotEventType.DoorOpen;
        batch.Spin(1, "M-1", TestHouse.Now.AddSeconds(1));
        batch.Spin(2, "M-2", TestHouse.Now.AddSeconds(2)).Type = SlotEventType.CardIn;

        await _remote.WriteAsync([batch], [TestBatches.At(3)], Cancellation);
        await _remote.WriteAsync([batch], [TestBatches.At(3)], Cancellation);

        var view = await RowsAsync(_remote, "slot_signals(datetime(2026-03-01), datetime(2026-04-01)) | count");
        Assert.Equal(2L, view[0][0]);
        Assert.Equal(
            [new("M-1", SlotEventType.DoorOpen, TestHouse.Now), new MachineSignal("M-2", SlotEventType.CardIn, TestHouse.Now.AddSeconds(2))],
            (await _remote.LoadSignalsAsync(TestHouse.Now, TestHouse.Now.AddHours(1), Cancellation)).OrderBy(signal => signal.Time));
    }

    [Fact]
    public async Task LoadMetersAsync_StoredTwice_CountsEachGameOnce()
    {
        var batch = MeterTests.Batch();
        await _remote.WriteAsync([batch], [TestBatches.At(20)], Cancellation);
        await _remote.WriteAsync([batch], [TestBatches.At(20)], Cancellation);

        foreach (var (since, until, expected) in MeterTests.Expected)
        {
            Assert.Equal(expected, (await _remote.LoadMetersAsync(since, until, Cancellation)).OrderBy(machine => machine.MachineId, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Layouts_Saved_AreReadBackAsTheyWere()
    {
        await new CasinoFloor.Eventhouse.Provisioning.Provisioner(_remote, Kql).ApplyAsync(Cancellation);
        var layouts = new StoredLayouts(_remote, new EventhouseHistory(_remote, QuestionCatalog.Load(Kql)));
        var version = new LayoutVersion
        {
            Id = "a\"1",
            Number = 1,
            EffectiveAt = TestHouse.Now,
            SavedAt = TestHouse.Now.AddMinutes(1),
            Name = "Über",
            SavedBy = "Ann\n",
            Comment = "]\\\"",
            Background = new LayoutBackground("a.png", -1.5, 2, 40),
        };
        LayoutPlace[] places =
        [
            new LayoutPlace(" \"L\", 1", "Ü\"", "a,b", new FloorPoint(0.1, 1234.567)),
            .. Enumerable.Range(0, 5100).Select(i => new LayoutPlace($"M-{i:0000}", "Main", "", i % 7 == 0 ? null : new FloorPoint(i / 8.0, -0.001))),
        ];

        await layouts.AddAsync(new SavedLayout(version, places), Cancellation);

        var read = Assert.Single(await layouts.VersionsAsync(Cancellation));
        Assert.Equal(version, read);
        Assert.Equal(places, (await layouts.LoadAsync(read, Cancellation)).Places);
    }

    [Fact]
    public async Task SaveMachinesAsync_ManyTimes_ReplacesById()
    {
        await _remote.SaveMachinesAsync([Machine("M-1", 1), Machine("M-\"2\"", 2)], Cancellation);
        await _remote.SaveMachinesAsync([Machine("M-1", 3)], Cancellation);

        Assert.Equal([Machine("M-\"2\"", 2), Machine("M-1", 3)], await _remote.LoadMachinesAsync(Cancellation));
    }

    [Fact]
    public async Task QueryAsync_ErrorAndChart_ComeOver()
    {
        var wrong = await _remote.QueryAsync(new KqlQuery("slot_events_live | where nothing > 1"), Cancellation);
        var chart = await _remote.QueryAsync(new KqlQuery("range x from 1 to 3 step 1 | extend y = x * 2 | render timechart with (title = 'T')"), Cancellation);

        Assert.NotNull(wrong.Error);
        Assert.Equal((3, "timechart", "T"), (chart.Table.Rows.Count, chart.Visualization?.Kind, chart.Visualization?.Properties.GetValueOrDefault("title")));
    }

    [Fact]
    public async Task OpenAsync_NobodyThere_StartsWithNothingAndKeepsWhatIsWritten()
    {
        await using var away = Client(new Uri("http://127.0.0.1:9"));
        await away.OpenAsync(Cancellation);

        Assert.Null(await away.NewestEventAsync(Cancellation));
        await away.WriteAsync(Batches(), [TestBatches.At(5), new(Tables, 5), new(Securities, 5), new(Cashes, 5)], Cancellation);

        Assert.Contains("rows wait in the spool", away.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(_spool.GetFiles("*.spool", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task WriteAsync_LateEventOfAClosedMinute_BringsANewRevisionOnceItsRowsHaveSettled()
    {
        var time = new FakeTimeProvider(TestHouse.Now);
        await using var remote = Client(_there.Http.BaseAddress!, time);
        await remote.OpenAsync(Cancellation);
        var minute = TestHouse.Now.Date.AddHours(15);
        var closed = Spins((0, 1m, EventOutcome.Accepted), (1, 2m, EventOutcome.Accepted));
        closed.Windows.Add(Window(minute, spins: 2, coinIn: 3m));
        var late = Spins((2, 4.25m, EventOutcome.Late));
        late.StaleWindows.Add(new StaleWindow("M-1", minute.Ticks));
        await remote.WriteAsync([closed], [TestBatches.At(2)], Cancellation);
        await remote.WriteAsync([late], [TestBatches.At(3)], Cancellation);
        Assert.Equal(0, (await remote.LoadWindowsAsync(minute, Cancellation)).Single().Revision);

        time.Advance(TimeSpan.FromMinutes(2));
        await remote.WriteAsync([TestBatches.New(EventStream.Slot)], [], Cancellation);

        var newest = (await remote.LoadWindowsAsync(minute, Cancellation)).Single();
        for (var attempt = 0; newest.Revision == 0 && attempt < 300; attempt++)
        {
            await Task.Delay(50, Cancellation);
            newest = (await remote.LoadWindowsAsync(minute, Cancellation)).Single();
        }

        Assert.Equal((1, 3, Money.FromDecimal(7.25m), 3), (newest.Revision, newest.SpinCount, newest.CoinIn, newest.EventCount));

        EventBatch Spins(params (long Offset, decimal Wager, EventOutcome Outcome)[] spins)
        {
            var batch = TestBatches.New(EventStream.Slot, TestHouse.Now.Ticks);
            foreach (var (offset, wager, outcome) in spins)
            {
                batch.Spin(offset, "M-1", minute.AddSeconds(offset), wager).Outcome = outcome;
            }

            return batch;
        }
    }

    private static ActivityWindow Window(DateTime start, int spins, decimal coinIn) => new()
    {
        WindowStart = start.Ticks,
        MachineId = "M-1",
        FloorSection = "A",
        SpinCount = spins,
        CoinIn = Money.FromDecimal(coinIn),
        CoinOut = Money.Zero,
        BillIn = Money.Zero,
        JackpotCount = 0,
        ErrorCount = 0,
        EventCount = spins,
        Revision = 0,
        ClosedAt = start.AddMinutes(2).Ticks,
    };

    private static SourcePartition Tables { get; } = new(EventStream.Table, "kafka:tables", 0, 6);

    private static SourcePartition Securities { get; } = new(EventStream.Security, "kafka:security", 0, 7);

    private static SourcePartition Cashes { get; } = new(EventStream.Cash, "kafka:cash", 0, 8);

    private RemoteEventhouse Client(Uri address, TimeProvider? time = null) => new(
        new RemoteOptions
        {
            QueryUri = address.ToString(),
            Authentication = RemoteAuthentication.None,
            QueuedIngestion = false,
            RetryFor = TimeSpan.Zero,
            SpoolDirectory = Path.Combine(_spool.FullName, address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        },
        Kql,
        TestBatches.Identify,
        time ?? TimeProvider.System,
        NullLoggerFactory.Instance);

    private static List<EventBatch> Batches()
    {
        var slots = TestBatches.New(EventStream.Slot, TestHouse.Now.Ticks);
        ref var spin = ref slots.Spin(0, "M-1", TestHouse.Now, 2.5m, 1199.99m);
        spin.FloorSection = slots.Text("Größe \"A\"\\");
        spin.HopperLevel = 19.9f;
        spin.PlayerId = slots.Text("P-1");
        slots.Spin(1, "M-2", TestHouse.Now.AddSeconds(1)).Outcome = EventOutcome.Late;
        slots.Findings.Add(TestBatches.Finding("HopperFill/Raised/M-1/1", TestHouse.Now));
        slots.Windows.Add(new ActivityWindow
        {
            WindowStart = TestHouse.Now.Date.AddHours(15).Ticks,
            MachineId = "M-1",
            FloorSection = "A",
            SpinCount = 1,
            CoinIn = Money.FromDecimal(2.5m),
            CoinOut = Money.FromDecimal(1199.99m),
            BillIn = Money.FromDecimal(20m),
            JackpotCount = 1,
            ErrorCount = 2,
            EventCount = 4,
            Revision = 0,
            ClosedAt = TestHouse.Now.Ticks,
        });
        var refused = slots.Message(2);
        slots.Rejections.Add() = new Rejection(refused, RejectionReason.NotJson, null);

        var tables = TestBatches.New(EventStream.Table, TestHouse.Now.Ticks);
        ref var game = ref tables.Tables.Add();
        game.Message = tables.Message(0, Tables);
        game.Outcome = EventOutcome.Accepted;
        game.Timestamp = TestHouse.Now.Ticks;
        game.TableId = tables.Text("T-1");
        game.Type = tables.Text("RATING_END");
        game.ActualWinLoss = Money.FromDecimal(-7.25m);
        game.HandsPlayed = -1;
        game.HoursPlayed = float.NaN;

        var securities = TestBatches.New(EventStream.Security, TestHouse.Now.Ticks);
        ref var door = ref securities.Securities.Add();
        door.Message = securities.Message(0, Securities);
        door.Outcome = EventOutcome.Accepted;
        door.Timestamp = TestHouse.Now.Ticks;
        door.Type = securities.Text("ACCESS_DENIED");
        door.AccessGranted = false;

        var cashes = TestBatches.New(EventStream.Cash, TestHouse.Now.Ticks);
        ref var cash = ref cashes.Cashes.Add();
        cash.Message = cashes.Message(0, Cashes);
        cash.Outcome = EventOutcome.Accepted;
        cash.Timestamp = TestHouse.Now.Ticks;
        cash.Type = cashes.Text("CASH_IN");
        cash.Direction = CashDirection.In;
        cash.Amount = Money.FromDecimal(9_999.99m);
        return [slots, tables, securities, cashes];
    }

    private static MachineLocation Machine(string id, float x) => new() { MachineId = id, FloorSection = "A", Bank = "B", X = x, Y = 2, TheoreticalHold = 0.08f };

    private static async Task<List<string>> EventsAsync(IEventhouse house, EventStream stream, DateTime since)
    {
        var events = new List<string>();
        await house.RecoverAsync(stream, since, Take, Cancellation);
        return events;

        void Take(EventBatch batch)
        {
            foreach (ref readonly var slot in batch.Slots.Items)
            {
                events.Add($"{slot.Timestamp} {slot.Type} {batch.GetString(slot.MachineId)} {batch.GetString(slot.FloorSection)} {slot.Wager} {slot.Payout} {slot.HopperLevel} {slot.Identity}");
            }

            foreach (ref readonly var game in batch.Tables.Items)
            {
                events.Add($"{game.Timestamp} {batch.GetString(game.TableId)} {game.ActualWinLoss} {game.HandsPlayed} {game.HoursPlayed}");
            }

            foreach (ref readonly var door in batch.Securities.Items)
            {
                events.Add($"{door.Timestamp} {batch.GetString(door.Type)} {door.AccessGranted}");
            }

            foreach (ref readonly var cash in batch.Cashes.Items)
            {
                events.Add($"{cash.Timestamp} {batch.GetString(cash.Type)} {cash.Direction} {cash.Amount}");
            }
        }
    }

    private static async Task<IReadOnlyList<object?[]>> RowsAsync(IEventhouse house, string query)
    {
        var result = await house.QueryAsync(new KqlQuery(query), Cancellation);
        Assert.Null(result.Error);
        return result.Table.Rows;
    }
}
