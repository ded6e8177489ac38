using Bunit;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MachinePage = CasinoFloor.Web.Components.Pages.Machine;

namespace CasinoFloor.Tests.Web.Components.Machine;

public sealed class MachinePageTests : BunitContext
{
    private static readonly DateTime Now = new(2026, 3, 14, 20, 0, 0, DateTimeKind.Utc);

    private readonly TableHistory _history = new();

    public MachinePageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        Services.AddSingleton<IHistory>(_history);
        Services.AddFloorLive(new FloorLiveOptions()).AddPropertyCalendar("America/Los_Angeles", new CalendarOptions());
        Services.GetRequiredService<FloorFeed>().OnTick(new FakeFloor(3, _ => "Main") { Summary = Summaries.Of(Now) });
    }

    [Fact]
    public void Open_MachineOnTheFloor_AsksForEveryPartOfIt()
    {
        var page = Open("M-0001");

        Assert.Equal(
            ["machine_activity", "machine_activity", "machine_errors", "machine_events", "machine_hold", "machine_hopper", "machine_identity", "machine_neighbours", "machine_states"],
            _history.Asked.Select(asked => asked.Question["machine/".Length..]).Order());
        Assert.All(_history.Asked, asked => Assert.Equal("M-0001", asked.Values["machine"]));
        Assert.Equal("/?machine=M-0001", page.Find(".machine-head a").GetAttribute("href"));
    }

    [Fact]
    public void Open_UnknownMachine_SaysSoAndOffersTheNearest()
    {
        var page = Open("M-001");

        Assert.Contains("There is no machine “M-001”", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("a.similar"), link => link.GetAttribute("href") == "/machines/M-0001");
        Assert.Equal(["machine/machine_identity"], _history.Asked.Select(asked => asked.Question));
    }

    [Fact]
    public void Open_IdInAnotherCase_GoesToTheAddressOfTheMachine()
    {
        Open("m-0001");

        Assert.EndsWith("/machines/M-0001", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Empty(_history.Asked);
    }

    [Fact]
    public void Now_IsMarkedByItsAgeAndLeavesTheHoldToItsPanel()
    {
        var now = Open("M-0001").Find("section[aria-label=Now]");

        Assert.Equal("server", now.QuerySelector("[data-role=age]")!.GetAttribute("data-by"));
        Assert.DoesNotContain("Hold", now.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MachineOfThePast_IsShown()
    {
        _history.Give("machine/machine_identity", "machine_id:string, floor_section:string", ["OLD-1", "Main"]);

        var page = Open("OLD-1");

        Assert.Equal("Machine OLD-1", page.Find("h1").TextContent);
        Assert.Contains("It is not on the live floor.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EventhouseAway_SaysSoInEveryPart()
    {
        _history.Failure = "The Eventhouse does not answer.";

        var page = Open("OLD-1");

        Assert.Equal(9, page.FindAll(".notice.wrong").Count);
    }

    [Fact]
    public void Open_Answers_AreDrawn()
    {
        _history.Give(
            "machine/machine_states",
            "state:string, began:datetime, ended:datetime, severity:string, why:string",
            ["Offline", Now.AddHours(-2), Now.AddHours(-1), "MEDIUM", "No event for 12 minutes, over 10."]);
        _history.Give(
            "machine/machine_hold",
            "period:string, games:long, coin_in:real, coin_out:real, hold_percent:real, theoretical_percent:real, points_over_theoretical:real, margin_points:real",
            ["Last hour", 40L, 80.0, 76.0, 5.0, 8.0, -3.0, 40.0]);
        _history.Give("machine/machine_events", "event_timestamp:datetime, event_type:string", [Now.AddMinutes(-1), "POWER_OFF"]);

        var page = Open("M-0001");

        Assert.Contains("1:00:00: No event for 12 minutes, over 10.", page.Find(".bar").TextContent, StringComparison.Ordinal);
        Assert.Contains("40 games", page.Find(".hold-sample").TextContent, StringComparison.Ordinal);
        Assert.Equal("Power off", page.Find(".events li span").TextContent);
        page.FindAll(".events-tools button")[1].Click();
        Assert.Contains("POWER_OFF", page.Find(".events-raw").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EventsThatWereCut_SayHowManyAreShown()
    {
        var events = Tables.Of("event_timestamp:datetime, event_type:string", [Now.AddMinutes(-1), "POWER_OFF"], [Now.AddMinutes(-2), "POWER_ON"]);
        _history.Answers["machine/machine_events"] = new KqlResult([events.First(1)], null, null);

        Assert.Equal("first 1 only", Open("M-0001").Find("[data-role=cut]").TextContent);
    }

    private IRenderedComponent<MachinePage> Open(string id) => Render<MachinePage>(parameters => parameters.Add(p => p.Id, id));
}
