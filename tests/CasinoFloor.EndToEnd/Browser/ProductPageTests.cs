using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The real program with its simulator, seen in a browser.</summary>
public sealed class ProductPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_Simulator_ShowsALiveFloor()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(stop, "--data", folder.File("data"));
        await using var page = await browser.OpenAsync(app.Address!);

        await page.WaitForMapAsync();
        await page.WaitForAgeAsync("live");

        Assert.True(await page.PaintedAsync() > 20_000);
        page.AssertNoProblems();
    }
}
