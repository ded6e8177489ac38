using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>A Chromium of the machine's own, shared by a class's tests; found by <c>CASINOFLOOR_CHROMIUM</c> or in its usual places.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (FindChromium() is not { } chromium)
            return;

        // The program starts, simulates and is asked at once: a busy machine needs its time.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens an address in a fresh profile; skips the test where there is no browser.</summary>
    /// <param name="address">What is opened.</param>
    /// <param name="theme">The theme that was chosen; null for nobody's choice, in a system that prefers a light one.</param>
    /// <param name="width">Of the window, CSS pixels.</param>
    /// <param name="height">Of the window, CSS pixels.</param>
    public async Task<BrowserPage> OpenAsync(Uri address, string? theme = "dark", int width = 1280, int height = 800)
    {
        if (_browser is null)
            Assert.Skip("No Chromium: install it, or name it with CASINOFLOOR_CHROMIUM.");

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        if (theme is not null)
            await context.AddCookiesAsync([new Cookie { Name = "casinofloor-theme", Value = theme, Url = address.GetLeftPart(UriPartial.Authority) }]);
        var page = new BrowserPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(address.ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();

        _playwright?.Dispose();
    }

    private static string? FindChromium() =>
        ((string?[])[Environment.GetEnvironmentVariable("CASINOFLOOR_CHROMIUM"), .. UsualPlaces]).FirstOrDefault(File.Exists);
}
