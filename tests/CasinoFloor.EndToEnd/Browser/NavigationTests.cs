using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The way to every page, on a screen that has no room for all their names.</summary>
public sealed class NavigationTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Pages_OnAPhone_AreASheetThatKeysOpenAndAChoiceCloses()
    {
        await using var host = await FloorHost.StartAsync(new(TimeProvider.System.GetUtcNow().UtcDateTime));
        await using var page = await browser.OpenAsync(host.Address, "dark", 390, 844);
        await page.WaitForAgeAsync("live");
        var opener = page.Page.GetByRole(AriaRole.Button, new() { Name = "Pages" });
        var sheet = page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });
        await Assertions.Expect(sheet).ToBeHiddenAsync();

        await opener.PressAsync("Enter");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        foreach (var link in await sheet.GetByRole(AriaRole.Link).AllAsync())
            await Assertions.Expect(link).ToBeInViewportAsync(new() { Ratio = 1 });

        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();

        await opener.ClickAsync();
        await page.AssertAccessibleAsync();
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Status" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/status");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
    }

    [Theory(Timeout = TestTime.Limit)]
    [InlineData(800)]
    [InlineData(1001)]
    public async Task Pages_OnATabletOrWider_AllStandInTheBar(int width)
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(host.Address, "dark", width, 900);
        var links = page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(links.First).ToBeVisibleAsync();

        foreach (var link in await links.AllAsync())
            await Assertions.Expect(link).ToBeInViewportAsync(new() { Ratio = 1 });
    }
}
