using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The strip of key figures in a browser.</summary>
public sealed class KeyFiguresTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Strip_Keyboard_ReadsTheTipAndChoosesAWindowThatAReloadKeeps()
    {
        await using var host = await FloorHost.StartAsync(new DemoFloor(TimeProvider.System.GetUtcNow().UtcDateTime));
        await using var page = await browser.OpenAsync(host.Address);
        await page.WaitForAgeAsync("live");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Day", Exact = true }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Tab");
        var tip = page.Page.Locator(".kpi-hint:visible");
        await Assertions.Expect(tip).ToContainTextAsync("Wagered in games played, the last 5 minutes.");
        await Assertions.Expect(tip).ToContainTextAsync("Still open: complete to");
        await page.AssertAccessibleAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Shift" }).ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("figures=shift"));
        await page.Page.ReloadAsync();

        await Assertions.Expect(page.Page.Locator(".kpi-head [aria-pressed=true]")).ToHaveTextAsync("Shift");
        page.AssertNoProblems();
    }
}
