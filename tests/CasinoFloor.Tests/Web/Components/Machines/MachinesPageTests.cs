using Bunit;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Components.Machines;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
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

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

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

        Assert.Equal(["/machines/M-0000", "/machines/M-0001", "/machines/M-0002"], page.FindAll("tbody td:first-child a").Select(link => link.GetAttribute("href")));
        Assert.Equal("/?machine=M-0001", page.FindAll("tbody td:last-child a")[1].GetAttribute("href"));
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

        Assert.Equal(3, page.FindAll("tbody td:first-child a").Count);
    }

    [Fact]
    public void Search_TwoWords_GoToTheAddressAsTheBrowserWritesIt()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();

        page.Find("input[type=search]").Input("büffel ");
        page.Find("input[type=search]").Input("büffel 8");
        page.Find("input[type=search]").Input("büffel ");

        Assert.Equal("http://localhost/machines?q=b%C3%BCffel%20", Navigation.Uri);
        Assert.Equal("büffel ", page.Find("input[type=search]").GetAttribute("value"));
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
    public void Open_Address_ListsWhatItSays()
    {
        Feed.OnTick(_floor);
        Navigation.NavigateTo("/machines?section=Main&sort=machine_id&order=desc&columns=state");

        var page = Render<MachinesPage>();

        Assert.Equal(["M-0001", "M-0000"], page.FindAll("tbody td:first-child").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["Machine", "State", "Map"], page.FindAll("thead th").Select(heading => heading.TextContent.Trim(' ', '▼')));
    }

    [Fact]
    public void Choose_FilterAndOrder_AreKeptInTheAddress()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();

        page.Find("input[type=search]").Input("m-0");
        page.FindAll("select")[0].Change("VIP");
        page.FindAll("th button")[0].Click();

        Assert.EndsWith("/machines?q=m-0&section=VIP&sort=machine_id", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("1 of 3", page.Find(".machines-count").TextContent);
    }

    [Fact]
    public void Navigate_AnotherAddress_IsTakenOver()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();
        page.Find("input[type=search]").Input("m-0002");

        Navigation.NavigateTo("/machines");

        page.WaitForAssertion(() => Assert.Equal("3 of 3", page.Find(".machines-count").TextContent));
    }

    [Fact]
    public void Tick_OneMachineChanges_OnlyItsRowIsDrawn()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();
        var before = Counts();
        _floor.Heat(1, 0.5f);
        Feed.OnTick(_floor);

        _time.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Equal([before[0], before[1] + 1, before[2]], Counts()));

        int[] Counts() => [.. page.FindComponents<MachineLine>().Select(line => line.RenderCount)];
    }

    [Fact]
    public void Tick_NothingChanges_DrawsNothing()
    {
        Feed.OnTick(_floor);
        var page = Render<MachinesPage>();
        var ages = page.FindComponent<LiveAge>();
        var (before, age) = (page.FindComponent<MachineGrid>().RenderCount, ages.RenderCount);
        Feed.OnTick(_floor);

        _time.Advance(TimeSpan.FromSeconds(2));

        ages.WaitForAssertion(() => Assert.True(ages.RenderCount > age));
        Assert.Equal(before, page.FindComponent<MachineGrid>().RenderCount);
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
