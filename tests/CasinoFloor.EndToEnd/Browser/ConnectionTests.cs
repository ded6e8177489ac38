using System.Diagnostics;
using CasinoFloor.EndToEnd.Kafka;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>Stale is never silent, and a page comes back by itself.</summary>
public sealed class ConnectionTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Age_SourceFallsSilent_TurnsStale()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await browser.OpenAsync(host.Address);
        await page.WaitForAgeAsync("live");

        host.Change(floor => floor.Receiving = false);

        await page.WaitForAgeAsync("stale");
    }

    [Fact(Timeout = TestTime.Limit)]
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
        var answers = Stopwatch.GetTimestamp();
        await page.WaitForAgeAsync("live");
        TestContext.Current.TestOutputHelper!.WriteLine($"Live again {Stopwatch.GetElapsedTime(answers).TotalSeconds:0.0} s after the server answered.");
        await Assertions.Expect(page.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await Eventually.True(() => restarted.Feed.Viewers == 1, () => $"The server has {restarted.Feed.Viewers} viewers, not the one.");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task WhatTheServerSaid_ServerGone_IsTakenBack()
    {
        var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await browser.OpenAsync(new Uri(host.Address, "status"));

        // The page that comes first says so, too: it has no connection that could be lost.
        await page.WaitForInputAsync();
        await page.WaitForAgeAsync("live");
        Assert.Equal(["none", "none"], await WordsInsteadAsync(page));

        await host.DisposeAsync();
        await Assertions.Expect(page.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();

        Assert.Equal(["\"Unknown\"", "\"disconnected\""], await WordsInsteadAsync(page));
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Link_ChosenWhileTheServerIsGone_WaitsForItAndLeadsThere()
    {
        var host = await FloorHost.StartAsync(NewFloor());
        var port = host.Address.Port;
        await using var page = await browser.OpenAsync(new Uri(host.Address, "status"));
        await page.WaitForInputAsync();
        await host.DisposeAsync();
        await Assertions.Expect(page.Page.Locator("html[data-connection=lost]")).ToHaveCountAsync(1);
        var notice = page.Page.Locator("#components-reconnect-modal");
        var links = page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });

        await links.GetByRole(AriaRole.Link, new() { Name = "Jackpots" }).ClickAsync();
        await Assertions.Expect(notice).ToContainTextAsync("Then it goes on to Jackpots.");
        await notice.GetByRole(AriaRole.Button, new() { Name = "Stay here" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#reconnect-held")).ToBeHiddenAsync();
        await links.GetByRole(AriaRole.Link, new() { Name = "Machines" }).ClickAsync();
        Assert.EndsWith("/status", page.Page.Url, StringComparison.Ordinal);

        await using var restarted = await FloorHost.StartAsync(NewFloor(), port);
        await page.Page.WaitForURLAsync("**/machines");
        await page.WaitForInputAsync();
        await Assertions.Expect(notice).ToBeHiddenAsync();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Page_NetworkSwallowsEverything_SaysSoUntilItAnswers()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await browser.OpenAsync(new Uri(host.Address, "status"));
        await page.WaitForInputAsync();
        var notice = page.Page.Locator("#components-reconnect-modal");

        // The page's own connection stays open, as it would for half a minute.
        await page.Page.RouteAsync("**/health", _ => { });
        await Assertions.Expect(page.Page.Locator("html[data-connection=lost]")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Assertions.Expect(notice).ToBeVisibleAsync();
        Assert.Equal(["\"Unknown\"", "\"disconnected\""], await WordsInsteadAsync(page));

        await page.Page.UnrouteAllAsync();
        await Assertions.Expect(notice).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator("html[data-connection=lost]")).ToHaveCountAsync(0);
        page.TakeProblems();
    }

    [Theory(Timeout = TestTime.Limit)]
    [InlineData("")]
    [InlineData("status")]
    public async Task Page_ServerGoneBeforeItConnects_SaysSoAndComesBack(string path)
    {
        var host = await FloorHost.StartAsync(NewFloor());
        var (address, port) = (new Uri(host.Address, path), host.Address.Port);
        await using var page = await browser.OpenAsync(new Uri(host.Address, "health"));
        await page.Page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await page.Page.GotoAsync(address.ToString());
        await host.DisposeAsync();

        await Assertions.Expect(page.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("html[data-connection=lost]")).ToHaveCountAsync(1);

        await page.Page.UnrouteAllAsync();
        await using var restarted = await FloorHost.StartAsync(NewFloor(), port);
        await page.WaitForInputAsync();
        await page.WaitForAgeAsync("live");
        await Assertions.Expect(page.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        page.TakeProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Rows_ConnectionLostAndBack_KeepFocusAndScroll()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await browser.OpenAsync(host.Address);
        await page.WaitForAgeAsync("live");
        var scrolled = await page.Page.EvaluateAsync<double>(
            """
            () => {
              const rows = document.querySelector('.jackpots .rows');
              rows.style.maxHeight = '200px';
              window.chosen = rows.querySelectorAll('.row')[3];
              window.chosen.focus();
              rows.scrollTop = 150;
              return rows.scrollTop;
            }
            """);
        Assert.True(scrolled > 0);

        await page.Page.Context.SetOfflineAsync(true);
        await page.WaitForAgeAsync("disconnected");
        await Eventually.True(() => host.Feed.Viewers == 0, () => "The server still has the lost viewer.");
        await page.Page.Context.SetOfflineAsync(false);
        await page.WaitForAgeAsync("live");

        Assert.True(await page.Page.EvaluateAsync<bool>("() => window.chosen.isConnected && document.activeElement === window.chosen"));
        Assert.Equal(scrolled, await page.Page.EvaluateAsync<double>("() => document.querySelector('.jackpots .rows').scrollTop"));
    }

    // A connection that opens and brings a layout, or is closed with a code, and how long the page waits until it comes back.
    [Theory(Timeout = TestTime.Limit)]
    [InlineData("socket.onmessage({ data: Uint8Array.of(0x7b).buffer })", true)]
    [InlineData("socket.onclose({ code: 1008 })", true)]
    [InlineData("socket.onclose({ code: 1006 })", false)]
    public async Task Frames_PageCannotShowThem_WaitsLongUntilItComesBack(string happens, bool isLong)
    {
        await using var host = await FloorHost.StartAsync(null);
        await using var page = await browser.OpenAsync(host.Address);

        var wait = await page.Page.EvaluateAsync<double>(
            $$"""
            async () => {
              const { openFrames } = await import('/js/floor/frames.js');
              const { WebSocket, setTimeout } = window;
              const waits = [];
              let socket;
              window.WebSocket = class {
                static CONNECTING = 0;
                static OPEN = 1;
                readyState = 1;
                constructor() { socket = this; }
                send() {}
                close() {}
              };
              window.setTimeout = (_, wait) => waits.push(wait);
              const frames = openFrames('floor/frames', { window: () => '', layout() { throw new Error('not readable'); } });
              socket.onopen();
              {{happens}};
              Object.assign(window, { WebSocket, setTimeout });
              frames.close();
              return waits.length === 1 ? waits[0] : NaN;
            }
            """);

        Assert.InRange(wait, isLong ? 10_000 : 300, isLong ? 10_000 : 900);
    }

    private static DemoFloor NewFloor() => new(TimeProvider.System.GetUtcNow().UtcDateTime);

    // Of the source and of the data's age.
    private static Task<string[]> WordsInsteadAsync(BrowserPage page) => page.Page.EvaluateAsync<string[]>(
        "() => ['.source-state', '.age-text'].map(each => getComputedStyle(document.querySelector(each), '::after').content)");
}
