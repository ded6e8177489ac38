using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

public sealed class FloorPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_Opened_DrawsMachinesAndFigures()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);

        await page.WaitForAgeAsync("live");
        Assert.True(await page.PaintedAsync() > 20_000);
        Assert.StartsWith("$", await page.Page.Locator(".kpi-value").Nth(1).TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(10, await page.Page.Locator(".jackpots .row").CountAsync());
        await Assertions.Expect(page.Page.Locator(".jackpots .age").First).Not.ToBeEmptyAsync();
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_Followed_ShowsNewFrames()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);
        var before = await page.HashAsync();
        var sequence = int.Parse((await page.Map.GetAttributeAsync("data-sequence"))!, CultureInfo.InvariantCulture);

        await page.Page.WaitForFunctionAsync("n => document.querySelector('[data-role=map]').dataset.sequence > n", sequence + 2);

        Assert.NotEqual(before, await page.HashAsync());
        Assert.Equal(1, host.Feed.Viewers);
    }

    [Theory(Timeout = TestTime.Limit)]
    [InlineData("CoinIn")]
    [InlineData("Hold")]
    [InlineData("Health")]
    [InlineData("Occupancy")]
    [InlineData("LastWin")]
    [InlineData("Locks")]
    [InlineData("Doors")]
    [InlineData("Anomalies")]
    public async Task Floor_MetricSwitched_ChangesPixelsAndLegend(string metric)
    {
        var floor = NewFloor();
        floor.Receiving = false;
        await using var host = await FloorHost.StartAsync(floor);
        await using var page = await OpenAsync(host);
        var (pixels, legend) = (await page.HashAsync(), await page.Page.Locator(".legend").TextContentAsync());

        await page.Page.Locator($"input[value={metric}]").CheckAsync(new LocatorCheckOptions { Force = true });
        await Assertions.Expect(page.Page.Locator(".legend")).Not.ToHaveTextAsync(legend!);

        Assert.NotEqual(pixels, await page.HashAsync());
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Uri(host.Address, $"?layer={metric.ToLowerInvariant()}").ToString());
        page.AssertNoProblems();
    }

    [Theory(Timeout = TestTime.Limit)]
    [InlineData("last-win", "LastWin")]
    [InlineData("Activity", "Heat")]
    [InlineData("no-such", "Heat")]
    public async Task Floor_LayerWrittenInTheAddress_IsTheOneMeant(string written, string metric)
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await browser.OpenAsync(new Uri(host.Address, $"?layer={written}"));

        await Assertions.Expect(page.Page.Locator($"input[value={metric}]")).ToBeCheckedAsync();
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_AttentionPicked_FliesToTheMachineAndShowsItsCard()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);
        var row = page.Page.Locator(".attention .row:not([disabled])").First;
        var machine = await row.Locator(".row-machine").TextContentAsync();

        await row.ClickAsync();

        await Assertions.Expect(page.Card.Locator(".card-title")).ToHaveTextAsync(machine!);
        await Assertions.Expect(page.Card).ToContainTextAsync("Theoretical hold");
        await Assertions.Expect(page.Card).ToContainTextAsync("8.0 %");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_MachineHovered_ShowsItsCardUntilThePointerLeaves()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);
        var row = page.Page.Locator(".attention .row:not([disabled])").First;
        var machine = await row.Locator(".row-machine").TextContentAsync();
        await row.ClickAsync();
        await page.Page.WaitForTimeoutAsync(800);
        await page.Map.PressAsync("Escape");
        await Assertions.Expect(page.Card).ToBeHiddenAsync();

        // The machine lies in the middle now.
        var box = (await page.Map.BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await Assertions.Expect(page.Card.Locator(".card-title")).ToHaveTextAsync(machine!);

        await page.Page.Mouse.MoveAsync(box.X + 4, box.Y - 20);
        await Assertions.Expect(page.Card).ToBeHiddenAsync();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_KeysPressed_MoveZoomAndFit()
    {
        var floor = NewFloor();
        floor.Receiving = false;
        await using var host = await FloorHost.StartAsync(floor);
        await using var page = await OpenAsync(host);
        var whole = await page.HashAsync();

        await page.Map.PressAsync("ArrowRight");
        var moved = await page.HashAsync();
        await page.Map.PressAsync("+");
        var zoomed = await page.HashAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("view="));
        await page.Map.PressAsync("0");

        // The whole floor is what the map shows without a view in its address.
        await Assertions.Expect(page.Page).ToHaveURLAsync(host.Address.ToString());
        Assert.Equal(3, new[] { whole, moved, zoomed }.Distinct().Count());
        Assert.DoesNotContain(await page.HashAsync(), new[] { moved, zoomed });
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_MachineLocked_JoinsTheJackpots()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);

        host.Change(floor => floor.Lock(100, 23_456.78m));

        await Assertions.Expect(page.Page.Locator(".jackpots .row-title").First).ToHaveTextAsync("$23,456.78");
        await Assertions.Expect(page.Page.Locator(".jackpots .row").First).ToContainTextAsync("HIGH");
        await Assertions.Expect(page.Page.Locator(".jackpots .row").First).ToContainTextAsync("Locked");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_ThemeToggled_RecoloursTheMapAndIsKept()
    {
        var floor = NewFloor();
        floor.Receiving = false;
        await using var host = await FloorHost.StartAsync(floor);
        await using var page = await OpenAsync(host);
        var dark = await page.HashAsync();

        await page.Page.Locator(".icon-button").ClickAsync();
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        Assert.NotEqual(dark, await page.HashAsync());

        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_NobodyChoseATheme_FollowsTheSystemUntilSomebodyDoes()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await browser.OpenAsync(host.Address, theme: null);
        var html = page.Page.Locator("html");
        var toggle = page.Page.Locator(".icon-button");
        await Assertions.Expect(html).ToHaveAttributeAsync("data-theme", "light");
        await Assertions.Expect(toggle).ToHaveAttributeAsync("title", "Use the dark theme");

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(html).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(toggle).ToHaveAttributeAsync("title", "Use the light theme");

        // The server knows from then on what the system prefers.
        var answer = await page.Page.ReloadAsync();
        Assert.Contains("data-theme=\"dark\"", await answer!.TextAsync(), StringComparison.Ordinal);

        await Assertions.Expect(page.Page.Locator("#content[data-interactive]")).ToBeVisibleAsync();
        await toggle.ClickAsync();
        await Assertions.Expect(html).ToHaveAttributeAsync("data-theme", "light");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.Page.ReloadAsync();
        await Assertions.Expect(html).ToHaveAttributeAsync("data-theme", "light");
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_NoEventsYet_SaysWhatIsWaitedFor()
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(host.Address);

        await Assertions.Expect(page.Page.Locator(".waiting")).ToContainTextAsync("Demonstration floor");
        await page.WaitForAgeAsync("unknown");
        Assert.All(await page.Page.Locator(".kpi-value").AllTextContentsAsync(), value => Assert.Equal("–", value));
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_UnplacedMachines_AreArrangedAndDrawn()
    {
        await using var host = await FloorHost.StartAsync(NewFloor(placed: false));
        await using var page = await OpenAsync(host);

        await page.WaitForAgeAsync("live");
        Assert.True(await page.PaintedAsync() > 20_000);
    }

    private static DemoFloor NewFloor(bool placed = true) => new(TimeProvider.System.GetUtcNow().UtcDateTime, placed: placed);

    private async Task<BrowserPage> OpenAsync(FloorHost host)
    {
        var page = await browser.OpenAsync(host.Address);
        await page.WaitForMapAsync();
        return page;
    }
}
