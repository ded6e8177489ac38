using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>Questions about the past in a browser, answered by the real program with its simulator.</summary>
public sealed class HistoryPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task History_Question_IsAnsweredDrilledAndExported()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(stop, "--data", folder.File("data"));
        await app.WaitForAsync(health => health.GetProperty("status").GetString() == "ok", stop);
        await using var page = await browser.OpenAsync(new Uri(app.Address!, "history?question=floor/floor_overview&window=1h"));

        // Its first seconds may not be stored yet.
        await RefreshUntilRowsAsync(page);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "24 h" }).ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("window=24h"));
        await RefreshUntilRowsAsync(page);
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Export CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!, stop);

        Assert.StartsWith("floor_section,", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 2);
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        await page.AssertAccessibleAsync();
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Machine_OpenedFromTheFloor_ShowsItsPartsAndDrawsCharts()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(stop, "--data", folder.File("data"), "--set", "Simulator:Speed=60");
        await using var page = await browser.OpenAsync(new Uri(app.Address!, "history?question=machine/machine_events"));
        await page.Page.GotoAsync(new Uri(app.Address!, $"machines/{await FirstMachineAsync(page)}").ToString());

        await Assertions.Expect(page.Page.Locator(".facts")).ToContainTextAsync("Floor section");
        while (await page.Page.Locator(".js-plotly-plot .scatterlayer .trace").CountAsync() == 0)
        {
            stop.ThrowIfCancellationRequested();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
            await page.Page.WaitForTimeoutAsync(1000);
        }

        await page.AssertAccessibleAsync();
        page.AssertNoProblems();
    }

    private static async Task<string> FirstMachineAsync(BrowserPage page)
    {
        await page.Page.GotoAsync(new Uri(new Uri(page.Page.Url), "/").ToString());
        await page.WaitForAgeAsync("live");
        return (await page.Page.Locator(".row-machine").First.TextContentAsync())!.Trim();
    }

    private static async Task RefreshUntilRowsAsync(BrowserPage page)
    {
        var stop = TestContext.Current.CancellationToken;
        while (await page.Page.Locator(".grid tbody td").CountAsync() == 0)
        {
            stop.ThrowIfCancellationRequested();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
            await page.Page.WaitForTimeoutAsync(500);
        }
    }
}
