using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The past on the map in a browser, from what the real program stored of its simulator.</summary>
public sealed class ReplayPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Replay_Opened_ShowsThePastPlaysItAndKeepsTheMomentInTheAddress()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(stop, "--data", folder.File("data"));
        await app.WaitForAsync(health => health.GetProperty("stored").GetInt64() > 10_000, stop);
        await using var page = await browser.OpenAsync(new Uri(app.Address!, "replay"));

        await page.WaitForMapAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("at="));
        await Assertions.Expect(page.Page.Locator(".past")).ToContainTextAsync("not the live floor");
        Assert.True(await page.PaintedAsync() > 20_000);
        var (address, time, frame) = (page.Page.Url, await MomentAsync(page), await page.Map.GetAttributeAsync("data-sequence"));

        // The keyboard moves the slider; the map and the address follow.
        await page.Page.Locator("input[type=range]").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Page).Not.ToHaveURLAsync(address);
        await page.Page.WaitForFunctionAsync("frame => document.querySelector('[data-role=map]').dataset.sequence !== frame", frame);

        // The heading follows what the map shows.
        await Assertions.Expect(page.Page.Locator(".past strong")).Not.ToHaveTextAsync(time);
        var earlier = await MomentAsync(page);

        // So does the address while it plays: what is reloaded or shared is what is seen.
        var left = page.Page.Url;
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".past strong")).Not.ToHaveTextAsync(earlier);
        await Assertions.Expect(page.Page).Not.ToHaveURLAsync(left);
        await Assertions.Expect(page.Page.Locator(".kpi").Filter(new() { HasText = "Theoretical win" })).ToHaveCountAsync(1);

        await page.Page.GotoAsync(new Uri(app.Address!, "replay?at=2020-01-01T00:00:00Z").ToString());
        await Assertions.Expect(page.Page.Locator(".waiting")).ToContainTextAsync("Nothing stored");
        await Assertions.Expect(page.Page.Locator("[data-role=jackpots]")).ToContainTextAsync("nothing is stored of this moment");

        await page.Page.Locator("[data-role=to-last]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".waiting")).ToHaveCountAsync(0);

        // The ends of the calendar are moments as well.
        foreach (var end in (string[])["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
        {
            var answer = await page.Page.GotoAsync(new Uri(app.Address!, "replay?at=" + end).ToString());
            Assert.Equal(200, answer!.Status);
            await page.WaitForInputAsync();
        }

        // What is no moment is told, not passed over.
        await page.Page.GotoAsync(new Uri(app.Address!, "replay?at=garbage").ToString());
        await Assertions.Expect(page.Page.Locator(".past")).ToContainTextAsync("“garbage” in the address is no moment");
        await page.WaitForMapAsync();

        // A moment that has not come yet is not a floor without games.
        await page.Page.GotoAsync(new Uri(app.Address!, FormattableString.Invariant($"replay?at={TimeProvider.System.GetUtcNow().AddHours(1):yyyy-MM-ddTHH:mm:ssZ}")).ToString());
        await Assertions.Expect(page.Page.Locator(".past")).ToContainTextAsync("has not come yet");
        await page.WaitForMapAsync();
        await Assertions.Expect(page.Page.Locator(".waiting")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        page.AssertNoProblems();
    }

    private static async Task<string> MomentAsync(BrowserPage page) => (await page.Page.Locator(".past strong").TextContentAsync())!;
}
