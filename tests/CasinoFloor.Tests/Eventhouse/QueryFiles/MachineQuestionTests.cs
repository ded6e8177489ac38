using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Eventhouse.Embedded;

namespace CasinoFloor.Tests.Eventhouse.QueryFiles;

/// <summary>The questions of <c>kql/machine</c>, on a machine with a few stored minutes.</summary>
public sealed class MachineQuestionTests : IAsyncLifetime
{
    private const string Machine = "SLOT-1";

    private static readonly DateTime Until = TestHouse.Now;

    private TestHouse _house = null!;

    [Fact]
    public async Task Hold_OfHourDayAndWeek_IsComparedWithTheParSheet()
    {
        var table = await AskAsync("machine/machine_hold", ("end_time", Until));

        Assert.Equal(["period", "games", "coin_in", "coin_out", "hold_percent", "theoretical_percent", "points_over_theoretical", "margin_points"], table.Columns.Select(column => column.Name));
        Assert.Equal(["Last hour", "Last 24 hours", "Last 7 days"], table.Rows.Select(row => row[0]));
        Assert.Equal([2L, 6L, 6L], table.Rows.Select(row => row[1]));
        Assert.Equal([50.0, 40.0, 40.0], table.Rows.Select(row => row[4]));
        Assert.Equal(42.0, (double)table.Rows[0][6]!, 4);
        Assert.True((double)table.Rows[2][7]! > 0);
    }

    [Fact]
    public async Task Activity_ByTheMinute_TakesTheNewestRevision()
    {
        var table = await AskAsync("machine/machine_activity", ("start_time", Until.AddHours(-1)), ("end_time", Until));

        Assert.Equal([2L], table.Rows.Select(row => row[3]));
        Assert.Equal(10.0, table.Rows[0][1]);
    }

    [Fact]
    public async Task Events_OfTheMachine_ComeNewestFirst()
    {
        var table = await AskAsync("machine/machine_events", ("end_time", Until), ("top_n", 2L));

        Assert.Equal([Until.AddSeconds(-8), Until.AddSeconds(-9)], table.Rows.Select(row => row[0]));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(200, false)]
    public async Task Events_MoreThanTheQuestionsLimit_SayThatTheyAreCut(long limit, bool isCut)
    {
        var history = new EventhouseHistory(_house.House, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql")));
        var values = new Dictionary<string, object?> { ["machine"] = Machine, ["end_time"] = Until, ["top_n"] = limit };

        var table = (await history.AskAsync("machine/machine_events", values, TestHouse.Token)).Table;

        Assert.Equal(isCut, table.IsCut);
        Assert.True(table.Rows.Count <= limit);
        Assert.Equal(limit, values["top_n"]);
    }

    [Fact]
    public async Task Identity_OfTheMachine_IsItsPlace()
    {
        var table = await AskAsync("machine/machine_identity");

        Assert.Equal((Machine, "High Limit"), (table.Rows[0][0], table.Rows[0][1]));
        Assert.Equal(8.0, (double)table.Rows[0][7]!, 4);
    }

    public async ValueTask InitializeAsync()
    {
        _house = await TestHouse.OpenAsync();
        await _house.House.SaveMachinesAsync([new MachineLocation { MachineId = Machine, FloorSection = "High Limit", TheoreticalHold = 0.08f }], TestHouse.Token);
        var batch = TestBatches.Spins(1, 3, Until.AddSeconds(-10));
        batch.Windows.Add(Window(Until.AddMinutes(-30), 1, 5, 3, 0));
        batch.Windows.Add(Window(Until.AddMinutes(-30), 2, 10, 5, 1));
        batch.Windows.Add(Window(Until.AddHours(-20), 4, 20, 13, 0));
        batch.Windows.Add(Window(Until.AddMinutes(-30), 100, 1000, 0, 0) with { MachineId = "SLOT-2" });
        await _house.WriteAsync(batch, TestBatches.At(4));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static ActivityWindow Window(DateTime at, int games, decimal coinIn, decimal coinOut, int revision) => new()
    {
        WindowStart = at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute),
        MachineId = Machine,
        FloorSection = "High Limit",
        SpinCount = games,
        CoinIn = Money.FromDecimal(coinIn),
        CoinOut = Money.FromDecimal(coinOut),
        BillIn = default,
        JackpotCount = 0,
        ErrorCount = 0,
        EventCount = games,
        Revision = revision,
        ClosedAt = at.Ticks,
    };

    private async Task<KqlResultTable> AskAsync(string question, params (string Name, object? Value)[] values)
    {
        var history = new EventhouseHistory(_house.House, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql")));
        var result = await history.AskAsync(
            question, values.Append(("machine", Machine)).ToDictionary(value => value.Item1, value => value.Item2), TestHouse.Token);

        Assert.Null(result.Error);
        return result.Table;
    }
}
