using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>
/// Every page of the real program with its simulator, at the sizes it is made for: desk, laptop, tablet held upright, phone. Each page's own tests check it at the laptop's size for
/// accessibility; here that is done once more on the tablet held upright, where they look otherwise.
/// </summary>
public sealed class EveryPageTests(BrowserFixture browser, RunningProduct product) : IClassFixture<BrowserFixture>, IClassFixture<RunningProduct>
{
    private static readonly string[] Pages =
    [
        "", "machines", "machines/SLOT-00001", "jackpots", "history", "history?question=floor/floor_overview&window=1h", "explore", "replay", "layout", "demo", "status",
    ];

    [Theory(Timeout = TestTime.Limit)]
    [InlineData(1920, 1080, "dark", false)]
    [InlineData(1280, 800, "light", false)]
    [InlineData(800, 1280, "dark", true)]
    [InlineData(390, 844, "light", false)]
    public async Task Page_AtASize_FitsItsWidthAndHasNoSeriousFinding(int width, int height, string theme, bool isChecked)
    {
        await using var page = await browser.OpenAsync(product.Address, theme, width, height);
        var wrong = new List<string>();

        foreach (var path in Pages)
        {
            await page.Page.GotoAsync(new Uri(product.Address, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            var beyond = await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (beyond > 0)
                wrong.Add($"/{path}: {beyond} pixels wider than the screen");

            var findings = isChecked ? await page.SeriousFindingsAsync() : [];
            wrong.AddRange(findings.Concat(page.TakeProblems()).Select(problem => $"/{path}: {problem}"));
        }

        Assert.Empty(wrong);
    }
}
