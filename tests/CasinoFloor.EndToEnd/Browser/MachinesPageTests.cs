using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The list of machines in a browser, fed by the real program with its simulator.</summary>
public sealed class MachinesPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Machines_NarrowedAndExported_HoldsWhatIsListed()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(stop, "--data", folder.File("data"));
        await using var page = await browser.OpenAsync(new Uri(app.Address!, "machines"));
        var first = page.Page.Locator("tbody a").First;
        await Assertions.Expect(first).ToBeVisibleAsync();
        var id = (await first.TextContentAsync())!.Trim();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Coin-in / min" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Coin-in");
        await page.Page.GetByLabel("Search").FillAsync(id);
        await Assertions.Expect(page.Page.Locator(".machines-count")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^1 of "));
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Export CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!, stop);

        Assert.StartsWith("machine_id,floor_section,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(id + ",", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
        await page.AssertAccessibleAsync();
        page.AssertNoProblems();
    }
}
