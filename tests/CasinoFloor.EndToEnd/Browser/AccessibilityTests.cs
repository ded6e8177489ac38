using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory(Timeout = TestTime.Limit)]
    [InlineData("", "dark")]
    [InlineData("", "light")]
    [InlineData("status", "dark")]
    [InlineData("status", "light")]
    [InlineData("explore", "dark")]
    [InlineData("explore", "light")]
    [InlineData("not-found", "dark")]
    [InlineData("not-found", "light")]
    public async Task Page_InEitherTheme_HasNoSeriousFinding(string path, string theme)
    {
        await using var host = await FloorHost.StartAsync(new DemoFloor(TimeProvider.System.GetUtcNow().UtcDateTime));
        await using var page = await browser.OpenAsync(new Uri(host.Address, path), theme);
        if (path.Length == 0)
            await page.WaitForAgeAsync("live");

        await page.AssertAccessibleAsync();
    }
}
