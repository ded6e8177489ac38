using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The layout editor in a browser, with the real program and its simulator.</summary>
public sealed class LayoutPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Machine = "SLOT-00500";

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = TestTime.Limit)]
    public async Task Drag_UndoneDoneAgainAndSaved_IsOnOtherPagesAndAfterARestart()
    {
        using var folder = new TemporaryFolder();
        string moved;
        await using (var app = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data")))
        {
            await using var map = await browser.OpenAsync(app.Address!);
            await map.WaitForMapAsync();
            await using var page = await OpenAsync(app);
            await using var other = await OpenAsync(app);
            var shown = await map.Map.GetAttributeAsync("data-layout");
            var before = await FindAsync(page);

            await DragAsync(page, 140, 90);
            await Assertions.Expect(Changes(page)).ToHaveTextAsync("1 machine changed");
            moved = (await Place(page).TextContentAsync())!;
            Assert.NotEqual(before, moved);
            await page.Page.Keyboard.PressAsync("Control+z");
            await Assertions.Expect(Place(page)).ToHaveTextAsync(before);
            await Assertions.Expect(Changes(page)).ToHaveTextAsync("No changes");
            await page.Page.Keyboard.PressAsync("Control+y");
            await Assertions.Expect(Place(page)).ToHaveTextAsync(moved);

            await SaveAsync(page, "Ann");

            await Assertions.Expect(other.Page.Locator(".layout-version")).ToContainTextAsync("Layout 1");
            await Assertions.Expect(other.Page.Locator(".layout-version")).ToContainTextAsync("by Ann");
            await Assertions.Expect(map.Map).Not.ToHaveAttributeAsync("data-layout", shown!);
            page.AssertNoProblems();
            map.AssertNoProblems();
        }

        await using var again = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data"));
        await using var later = await OpenAsync(again);
        await Assertions.Expect(later.Page.Locator(".layout-version")).ToContainTextAsync("Layout 1");
        Assert.Equal(moved, await FindAsync(later));
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Save_AfterSomebodyElse_IsToldAndPutOnTop()
    {
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data"));
        await using var ann = await OpenAsync(app);
        await using var ben = await OpenAsync(app);
        await FindAsync(ann);
        await ann.Map.FocusAsync();
        await ann.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Changes(ann)).ToHaveTextAsync("1 machine changed");
        await FindAsync(ben, "SLOT-00600");
        await ben.Map.FocusAsync();
        await ben.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Changes(ben)).ToHaveTextAsync("1 machine changed");
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Save …" }).ClickAsync();
        await ben.Page.Locator("[data-role=save-comment]").FillAsync("Makes room");

        await SaveAsync(ann, "Ann");

        // Ben was writing: the focus is not lost with the form, and the form comes back as it was.
        await Assertions.Expect(ben.Page.Locator("[data-role=conflict]")).ToContainTextAsync("Ann saved layout 1");
        await Assertions.Expect(ben.Page.Locator("aside:has([data-role=conflict])")).ToBeFocusedAsync();
        await ben.Page.Locator("[data-role=rebase]").ClickAsync();
        await Assertions.Expect(Changes(ben)).ToHaveTextAsync("1 machine changed");
        await Assertions.Expect(ben.Page.Locator("[data-role=save-comment]")).ToHaveValueAsync("Makes room");
        await SaveAsync(ben, "Ben");
        await Assertions.Expect(ann.Page.Locator(".layout-version")).ToContainTextAsync("Layout 2");
        await FindAsync(ann, "SLOT-00600");
        await Assertions.Expect(Place(ann)).ToHaveTextAsync("nowhere");
        await Assertions.Expect(ann.Page.Locator("[data-tray]")).ToContainTextAsync("SLOT-00600");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Save_ForALaterMoment_ChangesOpenMapsAtThatMoment()
    {
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data"));
        await using var map = await browser.OpenAsync(app.Address!);
        await map.WaitForMapAsync();
        var shown = await map.Map.GetAttributeAsync("data-layout");
        await using var page = await OpenAsync(app);
        await FindAsync(page);
        await page.Map.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save …" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("aside:has([data-role=save-who])")).ToBeFocusedAsync();
        await page.Page.Locator("[data-role=save-who]").FillAsync("Ann");
        await page.Page.Locator("[data-role=save-timed]").CheckAsync();
        var moment = page.Page.Locator("[data-role=save-from]");
        await moment.EvaluateAsync("input => { input.step = 1; }");
        await moment.FillAsync(Soon(await moment.InputValueAsync()));
        await page.Page.Locator("[data-role=save]").ClickAsync();

        await Assertions.Expect(page.Page.Locator(".layout-version")).ToContainTextAsync("planned for");
        await Assertions.Expect(page.Page.GetByText("Open maps show it from")).ToBeVisibleAsync();
        Assert.Equal(shown, await map.Map.GetAttributeAsync("data-layout"));
        await Assertions.Expect(map.Map).Not.ToHaveAttributeAsync("data-layout", shown!, new() { Timeout = 120_000 });
        page.AssertNoProblems();
        map.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Tray_DraggedOntoTheFloor_PlacesTheMachine()
    {
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data"));
        await using var page = await OpenAsync(app);
        await FindAsync(page);
        await page.Map.FocusAsync();
        await page.Page.Keyboard.PressAsync("Delete");
        var row = (await page.Page.Locator("[data-tray]").BoundingBoxAsync())!;
        var floor = (await page.Map.BoundingBoxAsync())!;

        await page.Page.Mouse.MoveAsync(row.X + 20, row.Y + 15);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(floor.X + (floor.Width / 2), floor.Y + 100, new MouseMoveOptions { Steps = 5 });
        await page.Page.Mouse.UpAsync();

        await Assertions.Expect(page.Page.Locator("[data-tray]")).ToHaveCountAsync(0);
        await Assertions.Expect(Place(page)).Not.ToHaveTextAsync("nowhere");
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Files_ImportedAndUnderTheFloor_AreCheckedShownAndServed()
    {
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data"));
        await using var page = await OpenAsync(app);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Import …" }).ClickAsync();
        var input = page.Page.Locator("[data-role=import-file]");
        await input.SetInputFilesAsync(new FilePayload { Name = "bad.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"machine_id,x_coord,y_coord\n{Machine},1,x\n") });
        await Assertions.Expect(page.Page.Locator("[data-role=import-errors]")).ToContainTextAsync("Line 2");
        await input.SetInputFilesAsync(new FilePayload { Name = "good.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"machine_id,x_coord,y_coord\n{Machine},60,60\nNOT-THERE,1,1\n") });
        await Assertions.Expect(page.Page.Locator("[data-role=import-preview]")).ToContainTextAsync("Move1");
        await page.Page.Locator("[data-role=import-apply]").ClickAsync();
        await Assertions.Expect(Changes(page)).ToHaveTextAsync("1 machine changed");
        Assert.Equal("60, 60", await FindAsync(page));

        var image = page.Page.Locator("[data-role=background-file]");
        await image.SetInputFilesAsync(new FilePayload { Name = "plan.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() });
        await Assertions.Expect(page.Page.GetByText("Only PNG and JPEG images can be used")).ToBeVisibleAsync();
        var served = await page.Page.RunAndWaitForResponseAsync(
            () => image.SetInputFilesAsync(new FilePayload { Name = "plan.png", MimeType = "image/png", Buffer = Png }),
            response => response.Url.Contains("/layout/images/", StringComparison.Ordinal));
        Assert.Equal(("image/png", "nosniff"), (served.Headers["content-type"], served.Headers["x-content-type-options"]));
        page.AssertNoProblems();
    }

    [Theory(Timeout = TestTime.Limit)]
    [InlineData("dark", 1280)]
    [InlineData("light", 800)]
    public async Task Page_InEitherTheme_HasNoSeriousFinding(string theme, int width)
    {
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data"));
        await using var page = await OpenAsync(app, theme, width);
        await FindAsync(page);
        await page.Map.FocusAsync();
        await page.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Page.Locator("[data-tray]")).ToHaveCountAsync(1);
        await page.AssertAccessibleAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save …" }).ClickAsync();
        await page.AssertAccessibleAsync();
    }

    private async Task<BrowserPage> OpenAsync(ProductProcess app, string theme = "dark", int width = 1280)
    {
        var page = await browser.OpenAsync(new Uri(app.Address!, "layout"), theme, width, height: width == 1280 ? 800 : 1280);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.Page.WaitForSelectorAsync("[data-role=map][data-machines]");
        return page;
    }

    /// <summary>Chooses a machine, which comes into the middle of the plan, and gives where it stands.</summary>
    private static async Task<string> FindAsync(BrowserPage page, string machine = Machine)
    {
        await page.Page.Locator("[data-role=find]").FillAsync(machine);
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = machine })).ToBeVisibleAsync();
        await page.Page.WaitForSelectorAsync("[data-role=map][data-selected='1']");
        return (await Place(page).TextContentAsync())!;
    }

    private static async Task DragAsync(BrowserPage page, float dx, float dy)
    {
        var box = (await page.Map.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Page.Mouse.MoveAsync(x, y);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(x + dx, y + dy, new MouseMoveOptions { Steps = 5 });
        await page.Page.Mouse.UpAsync();
    }

    // Far enough away to be planned in peace. Never a whole minute: the browser writes that without its seconds, and the driver takes it for another value then.
    private static string Soon(string now)
    {
        var soon = DateTime.Parse(now, CultureInfo.InvariantCulture).AddSeconds(30);
        return soon.AddSeconds(soon.Second == 0 ? 1 : 0).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static async Task SaveAsync(BrowserPage page, string who)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save …" }).ClickAsync();
        await page.Page.Locator("[data-role=save-who]").FillAsync(who);
        await page.Page.Locator("[data-role=save]").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Open maps show it now")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static ILocator Place(BrowserPage page) => page.Page.Locator("[data-role=place]");

    private static ILocator Changes(BrowserPage page) => page.Page.Locator("[data-role=changes]");
}
