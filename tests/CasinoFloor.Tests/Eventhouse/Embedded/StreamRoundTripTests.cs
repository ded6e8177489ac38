using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Ingestion;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class StreamRoundTripTests
{
    [Fact]
    public async Task WriteAsync_TableEventWithEverything_StoresEveryColumn()
    {
        await using var house = await TestHouse.OpenAsync();
        var partition = new SourcePartition(EventStream.Table, "file:tables.ndjson#1", 0, 0);
        var batch = TestBatches.New(EventStream.Table);
        ref var game = ref batch.Tables.Add();
        game.Message = batch.Message(9, partition);
        game.Outcome = EventOutcome.Accepted;
        game.Timestamp = TestHouse.Now.Ticks;
        game.Amount = Money.FromDecimal(1m);
        game.ChipDenomination = Money.FromDecimal(2m);
        game.MinBet = Money.FromDecimal(3m);
        game.MaxBet = Money.FromDecimal(4m);
        game.AverageBet = Money.FromDecimal(5m);
        game.TheoreticalWin = Money.FromDecimal(6m);
        game.ActualWinLoss = Money.FromDecimal(-7.25m);
        game.Drop = Money.FromDecimal(8m);
        game.HandsPlayed = 55;
        game.HoursPlayed = 1.2f;
        game.EventId = batch.Text("event");
        game.TableId = batch.Text("BJ-01");
        game.Type = batch.Text("RATING_END");
        game.GameType = batch.Text("blackjack");
        game.FloorSection = batch.Text("Pit 1");
        game.DealerId = batch.Text("D-1");
        game.PlayerId = batch.Text("P-1");
        game.RatingId = batch.Text("R-1");
        game.MarkerNumber = batch.Text("M-1");
        game.SlipNumber = batch.Text("S-1");
        game.Shift = batch.Text("Swing");

        await house.WriteAsync(batch, new Checkpoint(partition, 10));

        Assert.Equal(
            [
                "event", "BJ-01", "RATING_END", TestHouse.Now, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, -7.25, 8.0, 55, 1.2, "blackjack", "Pit 1", "D-1",
                "P-1", "R-1", "M-1", "S-1", "Swing", false, 1, 9L, TestHouse.Now, TestHouse.Now,
            ],
            Single(house, EventhouseTables.TableEvents));
    }

    [Fact]
    public async Task WriteAsync_TableEventWithNothing_StoresNullNumbers()
    {
        await using var house = await TestHouse.OpenAsync();
        var partition = new SourcePartition(EventStream.Table, "file:tables.ndjson#1", 0, 0);
        var batch = TestBatches.New(EventStream.Table);
        ref var game = ref batch.Tables.Add();
        game.Message = batch.Message(9, partition);
        game.Outcome = EventOutcome.Accepted;
        game.HandsPlayed = -1;
        game.HoursPlayed = float.NaN;

        await house.WriteAsync(batch, new Checkpoint(partition, 10));

        var numbers = house.Query("SELECT amount, chip_denomination, min_bet, max_bet, average_bet, theoretical_win, actual_win_loss, \"drop\", hands_played, hours_played FROM table_events_live");
        Assert.All(numbers[0], Assert.Null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public async Task WriteAsync_SecurityEventWithEverything_StoresEveryColumn(bool? granted)
    {
        await using var house = await TestHouse.OpenAsync();
        var partition = new SourcePartition(EventStream.Security, "kafka:es-security-events", 0, 2);
        var batch = TestBatches.New(EventStream.Security);
        ref var security = ref batch.Securities.Add();
        security.Message = batch.Message(0, partition);
        security.Outcome = EventOutcome.Late;
        security.Timestamp = TestHouse.Now.Ticks;
        security.AccessGranted = granted;
        security.Type = batch.Text("DOOR_FORCED");
        security.EventId = batch.Text("id");
        security.LocationId = batch.Text("L-1");
        security.FloorSection = batch.Text("Cage");
        security.LocationDetail = batch.Text("North door");
        security.SecurityLevel = batch.Text("RESTRICTED");
        security.Severity = batch.Text("HIGH");
        security.MachineId = batch.Text("SLOT-1");
        security.EmployeeId = batch.Text("E-1");
        security.BadgeNumber = batch.Text("B-1");
        security.CameraId = batch.Text("C-1");
        security.DeniedReason = batch.Text("expired");
        security.IncidentNumber = batch.Text("I-1");
        security.IncidentCategory = batch.Text("access");
        security.Description = batch.Text("Somebody tried the door");
        security.OfficerId = batch.Text("O-1");
        security.ResolutionStatus = batch.Text("open");

        await house.WriteAsync(batch, new Checkpoint(partition, 1));

        Assert.Equal(
            [
                "id", "DOOR_FORCED", TestHouse.Now, "L-1", "Cage", "North door", granted, "RESTRICTED", "HIGH", "SLOT-1", "E-1", "B-1", "C-1",
                "expired", "I-1", "access", "Somebody tried the door", "O-1", "open", true, 1, 0L, TestHouse.Now, TestHouse.Now,
            ],
            Single(house, EventhouseTables.SecurityEvents));
    }

    [Theory]
    [InlineData(CashDirection.In, "in")]
    [InlineData(CashDirection.Out, "out")]
    [InlineData(CashDirection.None, "none")]
    public async Task WriteAsync_CashEventWithEverything_StoresEveryColumn(CashDirection direction, string name)
    {
        await using var house = await TestHouse.OpenAsync();
        var partition = new SourcePartition(EventStream.Cash, "kafka:es-cash-transactions", 1, 1);
        var batch = TestBatches.New(EventStream.Cash);
        ref var cash = ref batch.Cashes.Add();
        cash.Message = batch.Message(77, partition);
        cash.Outcome = EventOutcome.Accepted;
        cash.Timestamp = TestHouse.Now.Ticks;
        cash.Direction = direction;
        cash.Amount = Money.FromDecimal(10_000.0001m);
        cash.Type = batch.Text("CHIP_REDEMPTION");
        cash.EventId = batch.Text("T-1");
        cash.PlayerId = batch.Text("P-1");
        cash.Currency = batch.Text("USD");
        cash.PaymentMethod = batch.Text("Cash");
        cash.CageLocation = batch.Text("Main");
        cash.CashierId = batch.Text("C-1");
        cash.SupervisorId = batch.Text("S-1");
        cash.Shift = batch.Text("Grave");
        cash.MarkerNumber = batch.Text("M-1");

        await house.WriteAsync(batch, new Checkpoint(partition, 78));

        Assert.Equal(
            [
                "T-1", "CHIP_REDEMPTION", TestHouse.Now, name, 10_000.0001m, "P-1", "USD", "Cash", "Main", "C-1", "S-1", "Grave", "M-1",
                false, 1, 77L, TestHouse.Now, TestHouse.Now,
            ],
            Single(house, EventhouseTables.CashEvents));
    }

    [Fact]
    public async Task LoadWindowsAsync_StoredRevisions_GivesTheNewestExactly()
    {
        await using var house = await TestHouse.OpenAsync();
        var first = new ActivityWindow
        {
            WindowStart = TestHouse.Now.Date.Ticks,
            MachineId = "SLOT-1",
            FloorSection = "Lobby",
            SpinCount = 3,
            CoinIn = Money.FromDecimal(0.3m),
            CoinOut = Money.FromDecimal(1199.99m),
            BillIn = Money.FromDecimal(20m),
            JackpotCount = 1,
            ErrorCount = 2,
            EventCount = 9,
            Revision = 0,
            ClosedAt = TestHouse.Now.Ticks,
        };
        var second = first with { Revision = 1, SpinCount = 4 };
        var other = first with { MachineId = "SLOT-2" };
        var batch = TestBatches.New(EventStream.Slot);
        batch.Windows.AddRange([first with { WindowStart = first.WindowStart - 1 }, second, first, other]);

        await house.WriteAsync(batch);
        var windows = await house.House.LoadWindowsAsync(TestHouse.Now.Date, TestHouse.Token);

        Assert.Equal([second, other], windows);
    }

    [Fact]
    public async Task SaveMachinesAsync_Twice_AddsAndReplacesById()
    {
        await using var house = await TestHouse.OpenAsync();
        var full = new MachineLocation
        {
            MachineId = "SLOT-1",
            FloorSection = "High Limit",
            Bank = "B7",
            X = 12.3f,
            Y = 4.56f,
            Denomination = Money.FromDecimal(0.25m),
            MachineType = "Video",
            Manufacturer = "Konami",
            GameTheme = "All Aboard Dynamite Dash",
            TheoreticalHold = 0.0912f,
        };
        var bare = new MachineLocation { MachineId = "SLOT-2" };
        var moved = bare with { X = 1f, Y = 2f };

        await house.House.SaveMachinesAsync([full, bare], TestHouse.Token);
        Assert.Equal([full, bare], await house.House.LoadMachinesAsync(TestHouse.Token));
        await house.House.SaveMachinesAsync([moved], TestHouse.Token);

        Assert.Equal([full, moved], await house.House.LoadMachinesAsync(TestHouse.Token));
    }

    private static object?[] Single(TestHouse house, TableDefinition table)
    {
        var rows = house.Query($"SELECT {string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))} FROM {table.Name}");
        return Assert.Single(rows);
    }
}
