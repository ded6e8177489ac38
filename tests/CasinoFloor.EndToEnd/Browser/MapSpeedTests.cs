using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>
/// How long the map's drawings take for 10,000 machines of which a fifth changes ten times a second, left alone and dragged, at this processor's speed and
/// at a quarter of it, beside a page that has nothing but one canvas to drag: what that takes is the browser's. Printed, since a machine with other work
/// beside it proves nothing about time. What is asserted is what was drawn.
/// </summary>
public sealed class MapSpeedTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // Counts what the page does in each frame, and how long frames are apart.
    private const string Watch = """
        window.drawn = { work: [], apart: [], last: 0 };
        const ask = window.beat = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = callback => ask(now => {
          const begin = performance.now();
          callback(now);
          window.drawn.work.push(performance.now() - begin);
          if (window.drawn.last > 0 && now > window.drawn.last) window.drawn.apart.push(now - window.drawn.last);
          window.drawn.last = now;
        });
        """;

    // As large as the map's own canvas, moved with each frame.
    private const string Bare = """
        <body style="margin:0; overflow:hidden">
          <canvas width="1600" height="1100" style="position:absolute; will-change:transform"></canvas>
          <script>
            const canvas = document.querySelector('canvas');
            const context = canvas.getContext('2d', { alpha: false });
            context.fillStyle = '#345';
            context.fillRect(0, 0, canvas.width, canvas.height);
            let [x, y, asked] = [0, 0, false];
            addEventListener('pointermove', event => {
              [x, y] = [event.clientX, event.clientY];
              if (!asked) {
                asked = true;
                requestAnimationFrame(() => {
                  asked = false;
                  canvas.style.transform = `translate(${x - 640}px, ${y - 400}px)`;
                });
              }
            });
          </script>
        </body>
        """;

    // Three seconds to the left, to the right and back, on the screen's own beat.
    private const string Hand = """
        ({ x, y }) => new Promise(done => {
          const target = document.elementFromPoint(x, y);
          const begin = performance.now();
          const step = now => {
            const t = (now - begin) / 3000;
            if (t >= 1) return done();
            const [dx, dy] = [-240 * Math.sin(2 * Math.PI * t), 60 * Math.sin(2 * Math.PI * t)];
            const at = { clientX: x + dx, clientY: y + dy, pointerId: 1, isPrimary: true, buttons: 1, bubbles: true, pointerType: 'mouse' };
            target.dispatchEvent(new PointerEvent('pointermove', at));
            window.beat(step);
          };
          window.beat(step);
        })
        """;

    [Fact(Timeout = TestTime.Limit)]
    public async Task Map_TenThousandMachinesDragged_DrawsTheWholeFloor()
    {
        const string detail = "sections";
        await using var host = await FloorHost.StartAsync(new DemoFloor(TimeProvider.System.GetUtcNow().UtcDateTime, copies: 9), ticksPerSecond: 10);
        await using var page = await browser.OpenAsync(host.Address);
        await page.WaitForMapAsync();
        await page.Page.AddInitScriptAsync(Watch);
        await page.Page.ReloadAsync();
        await page.WaitForMapAsync();
        await page.WaitForDetailAsync(detail);
        var bare = await page.Page.Context.NewPageAsync();
        await bare.EvaluateAsync(Watch);
        await bare.SetContentAsync(Bare);

        foreach (var slower in (int[])[1, 4])
        {
            await MeasureAsync(page.Page, slower, "untouched", () => FramesAsync(page, 30));
            await MeasureAsync(page.Page, slower, "dragged", () => DragAsync(page.Page));
            await MeasureAsync(bare, slower, "an empty page dragged", () => DragAsync(bare));
        }

        Assert.Equal(detail, await page.Map.GetAttributeAsync("data-detail"));
        page.AssertNoProblems();
    }

    private static async Task MeasureAsync(IPage page, int slower, string name, Func<Task> act)
    {
        await page.BringToFrontAsync();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = slower });
        await session.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });
        await page.EvaluateAsync("() => { window.drawn.work.length = window.drawn.apart.length = 0; }");
        var (processor, clock) = (await ProcessorAsync(session), Stopwatch.GetTimestamp());
        await act();
        var times = await page.EvaluateAsync<JsonElement>("() => window.drawn");
        Print($"{name}, {slower}x slower", (await ProcessorAsync(session) - processor) * 1000, Stopwatch.GetElapsedTime(clock), [.. Numbers(times, "work")], [.. Numbers(times, "apart")]);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 1 });
        await session.DetachAsync();
    }

    // Waits until the map has taken a number of updates.
    private static async Task FramesAsync(BrowserPage page, int count)
    {
        var first = int.Parse((await page.Map.GetAttributeAsync("data-sequence"))!, CultureInfo.InvariantCulture);
        await page.Page.WaitForFunctionAsync("last => Number(document.querySelector('[data-role=map]').dataset.sequence) >= last", first + count);
    }

    // As far as a hand draws it in three seconds, told once a frame as a screen tells of a finger. The moves are made in the page: sent from
    // outside each would cost the page's thread several milliseconds of its own.
    private static async Task DragAsync(IPage page)
    {
        const int x = 640;
        const int y = 400;
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync(Hand, new { x, y });
        await page.Mouse.UpAsync();
    }

    private static IEnumerable<double> Numbers(JsonElement times, string name) => times.GetProperty(name).EnumerateArray().Select(number => number.GetDouble());

    // Seconds of processor time that the page's main thread took for all it did.
    private static async Task<double> ProcessorAsync(ICDPSession session)
    {
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return metrics.EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    private static void Print(string name, double processor, TimeSpan taken, double[] work, double[] apart)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {work.Length} drawings, p50 {At(work, 0.5):0.0} ms, p99 {At(work, 0.99):0.0} ms, longest {At(work, 1):0.0} ms; main thread {processor / taken.TotalSeconds:0} ms of processor time a second, {processor / work.Length:0.0} ms a drawing; frames p50 {At(apart, 0.5):0.0} ms, p99 {At(apart, 0.99):0.0} ms apart, {apart.Count(gap => gap > 25)} of {apart.Length} late"));
    }

    private static double At(double[] values, double share)
    {
        Array.Sort(values);
        return values.Length == 0 ? double.NaN : values[(int)Math.Ceiling(share * (values.Length - 1))];
    }
}
