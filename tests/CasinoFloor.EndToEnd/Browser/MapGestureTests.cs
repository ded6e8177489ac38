using System.Globalization;
using System.Web;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>How the map moves: by two fingers, back to the whole floor, and for those who want no motion.</summary>
public sealed class MapGestureTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact(Timeout = TestTime.Limit)]
    public async Task Pinch_FingersTwiceAsFarApart_ZoomsByTwoAboutTheirMiddle()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);
        var session = await page.Page.Context.NewCDPSessionAsync(page.Page);

        await PinchAsync(page, session, 80, 160);
        var (x, y, zoom) = await ViewAsync(page, null);
        await PinchAsync(page, session, 160, 120);
        var after = await ViewAsync(page, zoom);

        Assert.Equal(2, zoom, 0.01);
        Assert.Equal(1.5, after.Zoom, 0.01);
        // In units of the plan, where a machine is about 1 wide.
        Assert.Equal(x, after.X, 0.2);
        Assert.Equal(y, after.Y, 0.2);
        Assert.Equal("", await page.Map.EvaluateAsync<string>("map => document.querySelector('.machine-card:not([hidden])')?.textContent ?? ''"));
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Fit_AfterMovingAbout_ShowsTheSamePixelsAsBefore()
    {
        var floor = NewFloor();
        floor.Receiving = false;
        await using var host = await FloorHost.StartAsync(floor);
        await using var page = await OpenAsync(host);
        var before = await page.HashAsync();

        await page.Map.PressAsync("Shift+ArrowRight");
        Assert.NotEqual(before, await page.HashAsync());
        await page.Map.PressAsync("+");
        await page.Map.PressAsync("Shift+ArrowDown");
        await page.Map.PressAsync("0");

        Assert.Equal(before, await page.HashAsync());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Flight_MotionUnwanted_IsThereWithOneFrame()
    {
        await using var host = await FloorHost.StartAsync(NewFloor());
        await using var page = await OpenAsync(host);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.HashAsync();
        await page.Page.EvaluateAsync(
            """
            () => {
              window.scales = new Set();
              for (const canvas of document.querySelectorAll('.map-scene')) {
                new MutationObserver(() => window.scales.add(new DOMMatrix(canvas.style.transform).a)).observe(canvas, { attributeFilter: ['style'] });
              }
            }
            """);

        await page.Page.Locator("[data-role=search]").FillAsync("hl-0007");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.WaitForDetailAsync("machines");
        await page.HashAsync();

        // The old picture enlarged until the new one is drawn, and the new one as it is: a flight has a scale for each of its frames.
        Assert.InRange(await page.Page.EvaluateAsync<int>("() => window.scales.size"), 1, 2);
        await ViewAsync(page, null);
    }

    // Two fingers about the middle of the map, from one distance to another, in CSS pixels.
    private static async Task PinchAsync(BrowserPage page, ICDPSession session, double from, double to)
    {
        const int steps = 8;
        var box = (await page.Map.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        for (var n = 0; n <= steps; n++)
        {
            var reach = (from + ((to - from) * n / steps)) / 2;
            await TouchAsync(session, n == 0 ? "touchStart" : "touchMove", (x - reach, y), (x + reach, y));
        }

        await TouchAsync(session, "touchEnd");
    }

    private static Task TouchAsync(ICDPSession session, string type, params (double X, double Y)[] fingers) => session.SendAsync(
        "Input.dispatchTouchEvent",
        new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = fingers.Select((finger, id) => new Dictionary<string, object> { ["x"] = finger.X, ["y"] = finger.Y, ["id"] = id }).ToArray(),
        });

    // The view that the address keeps, once it has another zoom than it had and stays: on a busy machine it is written amid a gesture, too.
    private static async Task<(double X, double Y, double Zoom)> ViewAsync(BrowserPage page, double? zoomBefore)
    {
        await page.Page.WaitForFunctionAsync(
            """
            before => {
              const view = new URLSearchParams(location.search).get('view');
              if (window.seen?.view !== view) {
                window.seen = { view, at: performance.now() };
              }

              return view && Number(view.split(',')[2]) !== before && performance.now() - window.seen.at > 700;
            }
            """,
            zoomBefore);
        var parts = HttpUtility.ParseQueryString(new Uri(page.Page.Url).Query)["view"]!.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], parts[1], parts[2]);
    }

    private static DemoFloor NewFloor() => new(TimeProvider.System.GetUtcNow().UtcDateTime);

    private async Task<BrowserPage> OpenAsync(FloorHost host)
    {
        var page = await browser.OpenAsync(host.Address);
        await page.WaitForMapAsync();
        return page;
    }
}
