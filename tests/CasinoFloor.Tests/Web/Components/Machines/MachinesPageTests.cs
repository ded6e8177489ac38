using Bunit;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Components.Machines;
using CasinoFloor.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using MachinesPage = CasinoFloor.Web.Components.Pages.Machines;

namespace CasinoFloor.Tests.Web.Components.Machines;

public sealed class MachinesPageTests : BunitContext
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.Zero));
    private readonly FakeFloor _floor = new(3, index => index == 2 ? "VIP" : "Main");

    public MachinesPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddFloorLive(new FloorLiveOptions());
        Services.AddSingleton<MachineBoard>();
    }

    private FloorFeed Feed => Services.GetRequiredService<FloorFeed>();

    private MachineBoard Board => Services.GetRequiredService<MachineBoard>();

    [Fact]
    public void Open_BeforeTheFirstEvent_Waits()
    {
        _floor.Summary = _floor.Summary with { NewestEvent = null };
        Feed.OnTick(_floor);

        Assert.Contains("Waiting for the first event", Render<MachinesPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Machines_AreListedWithTheirPages()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();

        Assert.Equal(["/machines/M-0000", "/machines/M-0001", "/machines/M-0002"], page.FindAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.Equal("3 of 3", page.Find(".machines-count").TextContent);
    }

    [Fact]
    public void Tick_MachineGoesOffline_IsShownAtTheNextRefresh()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();
        _floor[1] = _floor[1] with { Status = MachineStatus.Offline };
        Feed.OnTick(_floor);

        _time.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Contains("Offline", page.Find("tr.wanting").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Search_NothingMatches_SaysSoAndLeadsBack()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();

        page.Find("input[type=search]").Input("no such machine");
        Assert.Contains("No machine matches", page.Markup, StringComparison.Ordinal);
        page.Find(".notice button").Click();

        Assert.Equal(3, page.FindAll("tbody a").Count);
    }

    [Fact]
    public void Column_Hidden_LeavesHeadingAndCells()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();
        var before = page.FindAll("thead th").Count;

        page.Find("#machine-columns input").Change(false);

        Assert.Equal(before - 1, page.FindAll("thead th").Count);
        Assert.DoesNotContain(page.FindAll("thead th"), heading => heading.TextContent.Contains("Section", StringComparison.Ordinal));
    }

    [Fact]
    public void Latest_OneMachineChanges_OthersKeepTheirRows()
    {
        Feed.OnTick(_floor);
        var before = Board.Latest()!;
        Feed.OnTick(_floor);
        Assert.Same(before, Board.Latest());

        _floor.Heat(1, 0.5f);
        Feed.OnTick(_floor);
        var after = Board.Latest()!;

        Assert.Same(before.Rows[0], after.Rows[0]);
        Assert.NotEqual(before.Rows[1], after.Rows[1]);
    }
}
