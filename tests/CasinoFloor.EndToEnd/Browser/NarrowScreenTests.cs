using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>What keeps a small screen of use: room for the map, a sheet that stays, tables that keep their bearings.</summary>
public sealed class NarrowScreenTests(BrowserFixture browser, RunningProduct product) : IClassFixture<BrowserFixture>, IClassFixture<RunningProduct>
{
    private const string AnswerAddress = "history?question=floor/floor_overview&window=1h";

    [Fact(Timeout = TestTime.Limit)]
    public async Task Floor_OnAPhone_GivesTheMapHalfOfTheFirstScreenAndKeysReachEveryFigure()
    {
        await using var page = await browser.OpenAsync(product.Address, "dark", 390, 844);
        await page.WaitForMapAsync();

        var shown = await page.Page.EvaluateAsync<double>("() => innerHeight - document.querySelector('[data-role=map]').getBoundingClientRect().top");
        Assert.InRange(shown, 422, 844);

        var figures = page.Page.Locator(".kpi");
        Assert.InRange((await figures.Nth(2).BoundingBoxAsync())!.X, 0, 370);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Day", Exact = true }).FocusAsync();
        for (var i = 0; i < await figures.CountAsync(); i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(figures.Nth(i)).ToBeFocusedAsync();
            await Assertions.Expect(figures.Nth(i).Locator(".kpi-value")).ToBeInViewportAsync(new() { Ratio = 0.99f });
            await Assertions.Expect(figures.Nth(i).Locator(".kpi-hint")).ToBeInViewportAsync(new() { Ratio = 0.99f });
        }
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Pages_OpenedBeforeTheCircuitStarts_StayOpenAndKeepTheirPlace()
    {
        await using var page = await browser.OpenAsync(new Uri(product.Address, "icons/casinofloor.svg"), "dark", 390, 844);
        var started = new TaskCompletionSource();
        await page.Page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await started.Task;
            await route.ContinueAsync();
        });
        await page.Page.GotoAsync(new Uri(product.Address, "status").ToString());
        var opener = page.Page.GetByRole(AriaRole.Button, new() { Name = "Pages" });
        var sheet = page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });
        await opener.PressAsync("Enter");
        await sheet.GetByRole(AriaRole.Link, new() { Name = "History" }).FocusAsync();
        await page.Page.EvaluateAsync("() => { document.getElementById('pages').dataset.first = ''; }");

        started.SetResult();
        await page.Page.WaitForSelectorAsync("#pages:not([data-first])", new() { State = WaitForSelectorState.Attached });

        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await Assertions.Expect(sheet.GetByRole(AriaRole.Link, new() { Name = "History" })).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();
    }

    [Theory(Timeout = TestTime.Limit)]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Grid_PushedAway_KeepsItsFirstColumnAndItsHeadings(string theme)
    {
        await using var page = await browser.OpenAsync(new Uri(product.Address, AnswerAddress), theme, 390, 844);
        await page.Page.WaitForSelectorAsync(".grid tbody td");

        var moved = await page.Page.EvaluateAsync<double[]>(
            """
            () => {
              const grid = document.querySelector('.grid');
              const places = () => ['thead th', 'tbody td'].map(part => grid.querySelector(part).getBoundingClientRect().left).concat(grid.querySelector('thead th').getBoundingClientRect().top);
              grid.style.maxHeight = '120px';
              const before = places();
              grid.scrollTo(120, 60);
              return [grid.scrollLeft, grid.scrollTop, ...places().map((place, n) => place - before[n])];
            }
            """);
        Assert.Equal([120, 60, 0, 0, 0], moved);

        var ground = await page.Page.EvaluateAsync<string[]>(
            "() => ['.grid thead th', '.grid tbody td', '.panel.answer'].map(part => getComputedStyle(document.querySelector(part)).backgroundColor)");
        Assert.All(ground, colour => Assert.Equal(ground[2], colour));
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Chart_WhileItsScriptIsAwaited_SaysSoInTheRoomThatItWillFill()
    {
        await using var page = await browser.OpenAsync(new Uri(product.Address, "icons/casinofloor.svg"));
        var loaded = new TaskCompletionSource();
        await page.Page.RouteAsync("**/plotly*.js*", async route =>
        {
            await loaded.Task;
            await route.ContinueAsync();
        });
        await page.Page.GotoAsync(new Uri(product.Address, "machines/SLOT-00001").ToString());
        var chart = page.Page.Locator(".chart").First;
        await chart.WaitForAsync();
        const string Said = "chart => getComputedStyle(chart, '::before').content";
        Assert.Equal("\"Drawing the chart …\"", await chart.EvaluateAsync<string>(Said));
        var room = (await chart.BoundingBoxAsync())!.Height;

        loaded.SetResult();
        await page.Page.WaitForSelectorAsync(".chart .js-plotly-plot .main-svg");

        Assert.Equal("none", await chart.EvaluateAsync<string>(Said));
        Assert.Equal(room, (await chart.BoundingBoxAsync())!.Height);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Entrances_Names_StandOnlyWhereNothingElseIs()
    {
        await using var page = await browser.OpenAsync(new Uri(product.Address, "status"));

        var written = await page.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const { readDrawing, drawLabel } = await import('/js/floor/drawing.js');
              const line = (label, ...points) => ({ kind: 'entrance', label, closed: false, points });
              const room = (kind, left, top) => ({ kind, label: '', closed: true, points: [[left, top], [left + 20, top], [left + 20, top + 14], [left, top + 14]] });
              const { shapes } = readDrawing({ shapes: [
                room('aisle', 0, 35), room('bar', 40, 64), room('section', 80, 42),
                line('West', [0, 35], [0, 45]), line('East', [100, 35], [100, 45]), line('South', [40, 80], [60, 80]), line('North', [40, 0], [60, 0]),
              ] });
              const context = document.createElement('canvas').getContext('2d');
              const written = [];
              context.fillText = text => written.push(text);
              for (const shape of shapes) {
                drawLabel(context, { scale: 4, x: 0, y: 0 }, shape, shapes, { font: 'sans-serif', faint: '#000' });
              }
              return written;
            }
            """);

        Assert.Equal(["West", "North"], written);
    }
}
