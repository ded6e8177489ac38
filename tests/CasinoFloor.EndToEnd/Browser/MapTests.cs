using System.Text.RegularExpressions;
using CasinoFloor.Engine.Drawing;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The map as somebody works with it: searching, walking by keys, its list, its details, its link.</summary>
public sealed class MapTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Search_MachineNamed_FliesThereAndKeepsItInTheAddress()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);

        // Nothing has the keys yet; afterwards the map has them.
        await page.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(Search(page)).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("hl-0007");
        await Assertions.Expect(Options(page)).ToHaveCountAsync(1);
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Map).ToBeFocusedAsync();

        await Assertions.Expect(page.Card.Locator(".card-title")).ToHaveTextAsync("HL-0007");
        await Assertions.Expect(Options(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("view=.*machine=HL-0007"));
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Card.Locator(".card-title")).ToHaveTextAsync("HL-0007");
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Search_SectionNamed_ZoomsToItAndNarrowsTheList()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);

        await Search(page).FillAsync("garden");
        await Assertions.Expect(Options(page).First).ToContainTextAsync("Section · 144 machines");
        await page.Page.Keyboard.PressAsync("Enter");
        await Search(page).FillAsync("");

        await Assertions.Expect(page.Page.Locator("[data-role=list-count]")).ToHaveTextAsync("144 of 1,124 machines");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("section=Garden"));
        await Assertions.Expect(page.Page.Locator("[data-role=said]")).ToHaveTextAsync("Section Garden, 144 machines.");

        await page.Page.Locator("[data-role=list-section]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-role=list-count]")).ToHaveTextAsync("1,124 of 1,124 machines");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task List_WalkedByKeys_ChoosesOnTheMapAndOpensTheMachine()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);

        await page.Map.PressAsync("l");
        await Assertions.Expect(page.Page.Locator("[data-role=options]")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("End");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        var active = page.Page.Locator("#" + await page.Page.Locator("[data-role=options]").GetAttributeAsync("aria-activedescendant"));

        await Assertions.Expect(active).ToHaveAttributeAsync("aria-selected", "true");
        var machine = await active.Locator(".map-option-title").TextContentAsync();
        await Assertions.Expect(page.Card.Locator(".card-title")).ToHaveTextAsync(machine!);
        await page.AssertAccessibleAsync();
        await Assertions.Expect(page.Page.Locator("[data-role=list-open]")).ToHaveAttributeAsync("href", $"/machines/{machine}");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Map).ToBeFocusedAsync();
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Map_MachineChosen_IsChosenInTheListAndSaid()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);
        await page.Map.PressAsync("l");
        await page.Map.FocusAsync();

        await page.Page.Keyboard.PressAsync("Enter");
        var first = await page.Card.Locator(".card-title").TextContentAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Card.Locator(".card-title")).Not.ToHaveTextAsync(first!);

        var second = await page.Card.Locator(".card-title").TextContentAsync();
        await Assertions.Expect(page.Page.Locator("[role=option][aria-selected=true] .map-option-title")).ToHaveTextAsync(second!);
        await Assertions.Expect(page.Page.Locator("[data-role=said]")).ToContainTextAsync(second + ". ");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Uri(host.Address, $"machines/{second}").ToString());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Keys_QuestionMark_TellsThemAll()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);

        await page.Map.PressAsync("?");

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "The map" })).ToContainTextAsync("Search a machine");
        await page.AssertAccessibleAsync();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Zoom_NearerAndNearer_ShowsSectionsBanksMachinesLabels()
    {
        await using var host = await FloorHost.StartAsync(NewFloor(copies: 12));
        await using var page = await OpenAsync(host);
        await page.WaitForDetailAsync("sections");

        foreach (var detail in (string[])["banks", "machines", "labels"])
        {
            for (var n = 0; n < 10 && await page.Map.GetAttributeAsync("data-detail") != detail; n++)
            {
                await page.Map.PressAsync("+");
                await page.HashAsync();
            }

            await page.WaitForDetailAsync(detail);
        }

        await page.Map.PressAsync("0");
        await page.WaitForDetailAsync("sections");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Sections_Tapped_ZoomIn()
    {
        await using var host = await FloorHost.StartAsync(NewFloor(copies: 12));
        await using var page = await OpenAsync(host);
        await page.WaitForDetailAsync("sections");
        var box = (await page.Map.BoundingBoxAsync())!;

        await page.Page.Mouse.ClickAsync(box.X + 60, box.Y + (box.Height / 2));

        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("section="));
        await Assertions.Expect(page.Map).Not.ToHaveAttributeAsync("data-detail", "sections");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Unplaced_Machines_AreListedByThemselves()
    {
        await using var host = await FloorHost.StartAsync(NewFloor(placed: false));
        await using var page = await OpenAsync(host);

        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "1,124 without a place" }).ClickAsync();

        await Assertions.Expect(page.Page.Locator("[data-role=list-count]")).ToHaveTextAsync("1,124 of 1,124 machines");
        await Assertions.Expect(Options(page).First).ToContainTextAsync("without a place");
        await Assertions.Expect(Options(page).First).ToContainTextAsync(new Regex("In service|Idle|Offline"));
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Drawing_OfTheFloor_LiesUnderTheMachines()
    {
        var floor = NewFloor();
        floor.Receiving = false;
        await using var bare = await FloorHost.StartAsync(floor);
        await using var page = await OpenAsync(bare);
        await using var drawn = await FloorHost.StartAsync(floor, drawing: new FloorDrawing
        {
            Width = 80,
            Height = 50,
            Shapes = [FloorShape.Rectangle(FloorShapeKind.Cage, "Main Cage", 44, 26, 8, 6), FloorShape.Line(FloorShapeKind.Wall, "", new(10, 34), new(70, 34))],
        });
        await using var other = await OpenAsync(drawn);

        // The drawing lies within the machines: the same part of the floor is on both screens.
        Assert.NotEqual(await page.HashAsync(), await other.HashAsync());
        other.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task List_OnAPhone_GivesWayToTheMap()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await browser.OpenAsync(host.Address, "light", 390, 844);
        await page.WaitForMapAsync();

        await Search(page).FillAsync("CC-0003");
        await Options(page).First.ClickAsync();

        await Assertions.Expect(page.Page.Locator("[data-role=list]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Card.Locator(".card-title")).ToHaveTextAsync("CC-0003");
        await page.AssertAccessibleAsync();
    }

    private static ILocator Search(BrowserPage page) => page.Page.Locator("[data-role=search]");

    private static ILocator Options(BrowserPage page) => page.Page.Locator("[role=option]");

    private static DemoFloor NewFloor(int copies = 1, bool placed = true) => new(TimeProvider.System.GetUtcNow().UtcDateTime, copies: copies, placed: placed);

    private async Task<BrowserPage> OpenAsync(FloorHost host)
    {
        var page = await browser.OpenAsync(host.Address);
        await page.WaitForMapAsync();
        return page;
    }
}
