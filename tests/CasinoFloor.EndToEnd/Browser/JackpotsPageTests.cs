using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>Hand pays and machines in a browser, from a scenario to the machine that it befell, in the real program with its simulator.</summary>
public sealed class JackpotsPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory(Timeout = TestTime.Limit)]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Jackpots_HandPayHappens_LeadsToItsMachineAndItsMoment(string theme)
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(stop, "--data", folder.File("data"), "--set", "Simulator:Speed=20");
        await app.WaitForAsync(health => health.GetProperty("status").GetString() == "ok", stop);
        await OrderAsync(app, stop);
        await using var page = await browser.OpenAsync(new Uri(app.Address!, "jackpots?window=1h"), theme);

        // It is stored a moment after it happened.
        var machine = page.Page.Locator(".tall tbody a[href^='/machines/']").First;
        while (await machine.CountAsync() == 0)
        {
            stop.ThrowIfCancellationRequested();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
            await page.Page.WaitForTimeoutAsync(500);
        }

        await Assertions.Expect(page.Page.Locator(".card").First).ToContainTextAsync("Hand pays");
        await page.AssertAccessibleAsync();
        var id = (await machine.TextContentAsync())!.Trim();

        // By its name: a newer hand pay may have come before it.
        await page.Page.Locator($".tall tbody a[href='/machines/{id}']").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync($"Machine {id}");
        await Assertions.Expect(page.Page.Locator(".hold")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Page.Locator(".events li").First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await page.Page.Locator(".events a").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Replay");
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Machine_UnknownId_LeadsToTheListThatKeepsItsFilter()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(stop, "--data", folder.File("data"));
        await app.WaitForAsync(health => health.GetProperty("status").GetString() == "ok", stop);
        await using var page = await browser.OpenAsync(new Uri(app.Address!, "machines/NO-SUCH"));

        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("There is no machine “NO-SUCH”");
        await page.AssertAccessibleAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "All machines" }).ClickAsync();
        await page.Page.GetByLabel("Search").FillAsync("penny");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=penny"));
        var counted = await page.Page.Locator(".machines-count").TextContentAsync();

        await page.Page.ReloadAsync();

        await Assertions.Expect(page.Page.Locator(".machines-count")).ToHaveTextAsync(counted!);
        await Assertions.Expect(page.Page.GetByLabel("Search")).ToHaveValueAsync("penny");
        page.AssertNoProblems();
    }

    private static async Task OrderAsync(ProductProcess app, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        while (!(await http.PostAsync(new Uri("demo/scenarios/jackpot%20now", UriKind.Relative), null, stop)).IsSuccessStatusCode)
        {
            stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
