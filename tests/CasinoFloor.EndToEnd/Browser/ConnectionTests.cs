using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>Stale is never silent, and a page comes back by itself.</summary>
public sealed class ConnectionTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Age_SourceFallsSilent_TurnsStale()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await browser.OpenAsync(host.Address);
        await page.WaitForAgeAsync("live");

        host.Change(floor => floor.Receiving = false);

        await page.WaitForAgeAsync("stale");
    }

    [Fact]
    public async Task Age_ServerRestarted_TurnsDisconnectedAndThePageComesBack()
    {
        var host = await FloorHost.StartAsync(NewFloor());
        var port = host.Address.Port;
        await using var page = await browser.OpenAsync(host.Address);
        await page.WaitForAgeAsync("live");

        await host.DisposeAsync();
        await page.WaitForAgeAsync("disconnected");
        await Assertions.Expect(page.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();

        await using var restarted = await FloorHost.StartAsync(NewFloor(), port);
        await page.WaitForAgeAsync("live");
        await Assertions.Expect(page.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        Assert.Equal(1, restarted.Feed.Viewers);
    }

    private static DemoFloor NewFloor() => new(TimeProvider.System.GetUtcNow().UtcDateTime);
}
