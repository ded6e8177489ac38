using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Tests.Web.KeyFigures;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Components.KeyFigures;
using CasinoFloor.Web.Components.Panels;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.KeyFigures;
using CasinoFloor.Web.Live;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Web.Components.Panels;

public sealed class FloorPanelsTests
{
    private static readonly DateTime Won = new(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc);

    private readonly FakeTimeProvider _time = new();
    private readonly FakeFloor _floor = new(10);
    private readonly FloorFeed _feed;
    private readonly FloorPanels _panels = new(new KpiBoard(new KeyFigureHistory(), Minutes.House));

    public FloorPanelsTests() => _feed = new FloorFeed(_time, Options.Create(new FloorLiveOptions()));

    [Fact]
    public void Of_WithinASecond_IsWrittenOnceForAllViewers()
    {
        var first = _panels.Of(Tick(TimeSpan.Zero), "5m");

        Assert.Same(first, _panels.Of(Tick(TimeSpan.FromMilliseconds(250)), "5m"));
        Assert.Null(first.Since(first));
        Assert.Same(first.Since(null), first.Since(null));
        Assert.NotSame(first, _panels.Of(Tick(TimeSpan.FromMilliseconds(750)), "5m"));
    }

    [Fact]
    public void Since_Nothing_HoldsFiguresListsAndWords()
    {
        _floor.Summary = _floor.Summary with { Jackpots = [Jackpot("a")], Figures = new FloorFigures { CoinIn = Money.FromDecimal(440), Machines = 10 } };

        var message = Message(_panels.Of(Tick(TimeSpan.Zero), "5m").Since(null));

        Assert.Equal("panels", message.GetProperty("kind").GetString());
        Assert.Equal("$440", message.GetProperty("figures").GetProperty("tiles")[1].GetProperty("value").GetString());
        Assert.Equal(FeedRow.Of(Jackpot("a")).Value, message.GetProperty("jackpots").GetProperty("rows")[0].GetString());
        Assert.Equal("1 locked", message.GetProperty("jackpots").GetProperty("note").GetString());
        Assert.Equal(0, message.GetProperty("attention").GetProperty("rows").GetArrayLength());
        Assert.Contains("of 10 machines", message.GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Since_BeforeTheFirstEvent_TellsNotKnownFromNone()
    {
        _floor.Summary = _floor.Summary with { NewestEvent = null };
        var before = _panels.Of(Tick(TimeSpan.Zero), "5m");
        Assert.False(Message(before.Since(null)).GetProperty("jackpots").TryGetProperty("rows", out _));

        _floor.Summary = _floor.Summary with { NewestEvent = Won };
        var message = Message(_panels.Of(Tick(TimeSpan.FromSeconds(1)), "5m").Since(before));

        Assert.Equal(0, message.GetProperty("jackpots").GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Since_ListChanged_NamesKeptRowsByTheirPlaceAndWritesTheOthers()
    {
        _floor.Summary = _floor.Summary with { Jackpots = [Jackpot("a"), Jackpot("b"), Jackpot("c")] };
        var before = _panels.Of(Tick(TimeSpan.Zero), "5m");
        var reset = Jackpot("b") with { ResetAt = Won.AddMinutes(3) };
        _floor.Summary = _floor.Summary with { Jackpots = [Jackpot("n"), Jackpot("a"), reset] };

        var message = Message(_panels.Of(Tick(TimeSpan.FromSeconds(1)), "5m").Since(before));

        var rows = message.GetProperty("jackpots").GetProperty("rows");
        Assert.Equal(FeedRow.Of(Jackpot("n")).Value, rows[0].GetString());
        Assert.Equal(0, rows[1].GetInt32());
        Assert.Equal(1, rows[2][0].GetInt32());
        Assert.Equal(FeedRow.Of(reset).Value, rows[2][1].GetString());
        Assert.False(message.TryGetProperty("attention", out _));
    }

    [Fact]
    public void Since_NothingChanged_IsNoMessage()
    {
        var before = _panels.Of(Tick(TimeSpan.Zero), "1h");

        Assert.Null(_panels.Of(Tick(TimeSpan.FromSeconds(1)), "1h").Since(before));
    }

    [Fact]
    public void Since_AnotherWindow_HoldsItsFiguresAlone()
    {
        var picture = Tick(TimeSpan.Zero);

        var message = Message(_panels.Of(picture, "day").Since(_panels.Of(picture, "5m")));

        Assert.Equal(["kind", "figures"], message.EnumerateObject().Select(property => property.Name));
    }

    private static JsonElement Message(byte[]? bytes) => JsonDocument.Parse(bytes!).RootElement;

    private static JackpotEntry Jackpot(string id) => new()
    {
        Id = id,
        Machine = 4,
        MachineId = "M-" + id,
        FloorSection = "Garden",
        Amount = Money.FromDecimal(1_250),
        Level = Severity.Low,
        EventTime = Won,
    };

    private FloorPicture Tick(TimeSpan later)
    {
        _time.Advance(later);
        _feed.OnTick(_floor);
        return _feed.Latest!;
    }
}
