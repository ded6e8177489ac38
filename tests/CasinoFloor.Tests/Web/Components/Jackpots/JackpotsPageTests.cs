using Bunit;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Jackpots;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using JackpotsPage = CasinoFloor.Web.Components.Pages.Jackpots;

namespace CasinoFloor.Tests.Web.Components.Jackpots;

public sealed class JackpotsPageTests : BunitContext
{
    private static readonly DateTime Now = new(2026, 3, 14, 20, 0, 0, DateTimeKind.Utc);

    private readonly TableHistory _history = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly FakeFloor _floor = new(3, _ => "Main") { Summary = Summaries.Of(Now) };

    public JackpotsPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton<IHistory>(_history);
        Services.AddFloorLive(new FloorLiveOptions()).AddPropertyCalendar("America/Los_Angeles", new CalendarOptions());
        Feed.OnTick(_floor);
    }

    private FloorFeed Feed => Services.GetRequiredService<FloorFeed>();

    [Fact]
    public void Open_Address_AsksForItsWindowAndSection()
    {
        Open("/jackpots?window=1h&section=Main");

        Assert.Contains("jackpots/jackpot_history", _history.Asked.Select(asked => asked.Question));
        Assert.All(_history.Asked, asked => Assert.Equal(
            new Dictionary<string, object?> { ["start_time"] = Now.AddHours(-1), ["end_time"] = Now, ["section"] = "Main" }, asked.Values));
    }

    [Fact]
    public void Open_HandPays_LeadToTheMachineAndToThatMoment()
    {
        _history.Give("jackpots/jackpot_history", "event_time:datetime, amount:real, level:string, machine_id:string", [Now.AddMinutes(-5), 1500.0, "LOW", "M-0001"]);

        var links = Open("/jackpots").FindAll(".tall tbody a").Select(link => link.GetAttribute("href"));

        Assert.Equal([$"/replay?at={Uri.EscapeDataString("2026-03-14T19:55:00Z")}", "/machines/M-0001"], links);
    }

    [Fact]
    public void Open_NoHandPay_SaysSo()
    {
        var page = Open("/jackpots");

        Assert.Contains("No hand pay in this time.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No machine is locked by a hand pay.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Tick_NewHandPay_IsListedAndHistoryIsAskedAgain()
    {
        var page = Open("/jackpots");
        var asked = _history.Asked.Count;
        _floor.Summary = _floor.Summary with { Jackpots = [Won("M-0002", 12_000, Now.AddMinutes(-3))] };
        Feed.OnTick(_floor);

        _time.Advance(TimeSpan.FromSeconds(15));

        page.WaitForAssertion(() => Assert.Contains("M-0002", page.Find(".locked-rows").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.True(_history.Asked.Count > asked));
        Assert.Contains("for 3 min", page.Find(".locked-rows").TextContent, StringComparison.Ordinal);

        // It is stored later than it is seen.
        var first = _history.Asked.Count;
        _time.Advance(TimeSpan.FromSeconds(15));
        page.WaitForAssertion(() => Assert.True(_history.Asked.Count > first));
    }

    [Theory]
    [InlineData("/jackpots?window=24h", true)]
    [InlineData("/jackpots?from=2026-03-01T08:00:00Z&to=2026-03-01T09:00:00Z", false)]
    public void Tick_NothingNew_AsksAgainEachMinuteForAWindowUpToNow(string address, bool isAskedAgain)
    {
        var page = Open(address);
        var asked = _history.Asked.Count;
        _time.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(asked, _history.Asked.Count);

        _floor.Summary = _floor.Summary with { AsOf = Now.AddMinutes(1) };
        Feed.OnTick(_floor);
        _time.Advance(TimeSpan.FromSeconds(15));

        if (isAskedAgain)
            page.WaitForAssertion(() => Assert.Equal(Now.AddMinutes(1), _history.Asked[^1].Values["end_time"]));
        else
            Assert.Equal(asked, _history.Asked.Count);
    }

    [Fact]
    public void Section_Chosen_GoesToTheAddress()
    {
        _floor.Summary = _floor.Summary with { Sections = [new SectionFigures("Main", new FloorFigures())] };
        Feed.OnTick(_floor);
        var page = Open("/jackpots?window=7d");

        page.Find("select").Change("Main");

        Assert.EndsWith("/jackpots?window=7d&section=Main", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("Main", _history.Asked[^1].Values["section"]));
    }

    [Theory]
    [InlineData("http://localhost/jackpots", "/jackpots?window=24h")]
    [InlineData("http://localhost/jackpots?window=never", "/jackpots?window=24h")]
    [InlineData("http://localhost/jackpots?window=shift&section=High%20Limit", "/jackpots?window=shift&section=High%20Limit")]
    [InlineData("http://localhost/jackpots?from=2026-03-01T08:00:00Z&to=2026-03-01T09:00:00Z", "/jackpots?from=2026-03-01T08%3A00%3A00Z&to=2026-03-01T09%3A00%3A00Z")]
    public void Link_Address_IsReadAndWritten(string address, string expected) => Assert.Equal(expected, JackpotsLink.Parse(address).ToString());

    private static JackpotEntry Won(string machine, decimal amount, DateTime at) => new()
    {
        Id = machine,
        Machine = 2,
        MachineId = machine,
        FloorSection = "Main",
        Amount = Money.FromDecimal(amount),
        Level = Severity.High,
        EventTime = at,
    };

    private IRenderedComponent<JackpotsPage> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<JackpotsPage>();
    }
}
