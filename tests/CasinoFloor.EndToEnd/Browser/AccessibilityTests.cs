using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory(Timeout = TestTime.Limit)]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Pages_InEitherTheme_HaveNoSeriousFinding(string theme)
    {
        await using var host = await FloorHost.StartAsync(new DemoFloor(TimeProvider.System.GetUtcNow().UtcDateTime));
        await using var page = await browser.OpenAsync(host.Address, theme);
        await page.WaitForAgeAsync("live");
        var findings = new List<string>(await page.SeriousFindingsAsync());

        foreach (var path in (string[])["status", "explore", "not-found"])
        {
            await page.Page.GotoAsync(new Uri(host.Address, path).ToString());
            findings.AddRange((await page.SeriousFindingsAsync()).Select(finding => $"/{path}: {finding}"));
        }

        Assert.Empty(findings);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Tab_FromStopToStop_ShowsWhereTheFocusIs()
    {
        await using var host = await FloorHost.StartAsync(new DemoFloor(TimeProvider.System.GetUtcNow().UtcDateTime));
        await using var page = await browser.OpenAsync(host.Address);

        // The page's start puts the focus to its heading.
        await page.Page.WaitForFunctionAsync("() => document.activeElement.tagName === 'H1'");
        var stops = new List<string>();

        for (var i = 0; i < 16; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            stops.Add(await page.Page.EvaluateAsync<string>(
                """
                () => {
                  const element = document.activeElement;
                  const shown = element.closest('label') ?? element;
                  const box = shown.getBoundingClientRect();
                  const isSeen = getComputedStyle(shown).outlineStyle === 'solid' && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                  return `${isSeen ? 'seen' : 'not seen'}: ${element.outerHTML.slice(0, 80)}`;
                }
                """));
        }

        Assert.All(stops, stop => Assert.StartsWith("seen", stop, StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Contains("<a", StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Contains("<button", StringComparison.Ordinal));
    }
}
