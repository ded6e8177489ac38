using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The layout editor's script alone, over a server that answers when it is told.</summary>
public sealed class LayoutScriptTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // Machines in a square of 400 pixels, at the places given, a single one in its middle; "answer(method)" answers all that asked so.
    private const string Start = """
        async places => {
          const { create } = await import(new URL('js/layout/editor.js', document.baseURI));
          const root = document.createElement('div');
          root.style = 'position:fixed; left:0; top:0; width:400px; height:400px; z-index:9999';
          root.innerHTML = '<div data-role="map" id="alone" tabindex="0" style="width:400px; height:400px"></div>'
            + ['in', 'out', 'fit'].map(name => `<button data-role="zoom-${name}" hidden></button>`).join('')
            + '<p data-role="far" hidden><span data-role="far-count"></span><button data-role="fit-all"></button></p>';
          document.body.append(root);
          window.calls = [];
          let waiting = [];
          const server = { invokeMethodAsync: method => new Promise(done => {
            calls.push(method);
            waiting.push({ method, done });
          }) };
          window.answer = method => {
            const due = waiting.filter(call => call.method === method);
            waiting = waiting.filter(call => call.method !== method);
            due.forEach(call => call.done(null));
          };
          window.drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const editor = create(root, server, { mayEdit: true });
          await drawn();
          editor.load({
            size: 1, width: 0, height: 0, id: places.map((_, i) => `M${i}`), section: places.map(() => ''), bank: places.map(() => ''),
            x: places.map(([x]) => x), y: places.map(([, y]) => y), angle: places.map(() => 0),
            patch: { index: [], id: [], section: [], bank: [], x: [], y: [], selected: [], overlapping: [], outside: [], isChanged: false, background: null, grid: 0 },
          });
          await drawn();
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = TestTime.Limit)]
    public async Task Drop_WhileAnotherDragHasBegun_LeavesThatOneAlone()
    {
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data"));
        await using var page = await browser.OpenAsync(new Uri(app.Address!, "layout"));
        await page.Page.WaitForSelectorAsync("[data-role=map][data-machines]");
        await page.Page.EvaluateAsync(Start, new[] { new[] { 5, 5 } });

        // Dropped before the machine was even chosen, and taken up again meanwhile: the first drag is no more.
        await DragAsync(page);
        await page.Page.Mouse.UpAsync();
        await DragAsync(page);
        await page.Page.EvaluateAsync("() => drawn()");
        Assert.Equal(0, await CountAsync(page, "DragAsync"));
        await page.Page.EvaluateAsync("() => { answer('ChooseAsync'); return drawn(); }");
        Assert.Equal(0, await CountAsync(page, "DragAsync"));
        await page.Page.Mouse.UpAsync();
        await ExpectAsync(page, "DragAsync", 1);

        // The answer to a drop comes while the next drag is under way: that one can still be dropped.
        await DragAsync(page);
        await page.Page.EvaluateAsync("() => { answer('ChooseAsync'); answer('DragAsync'); return drawn(); }");
        await page.Page.Mouse.UpAsync();
        await ExpectAsync(page, "DragAsync", 2);
        page.AssertNoProblems();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Load_MachineFarFromAllOthers_IsToldAndLeftOutOfThePictureUntilAllIsAskedFor()
    {
        using var folder = new TemporaryFolder();
        await using var app = await ProductProcess.StartWebAsync(Stop, "--data", folder.File("data"));
        await using var page = await browser.OpenAsync(new Uri(app.Address!, "layout"));
        await page.Page.WaitForSelectorAsync("[data-role=map][data-machines]");
        await page.Page.EvaluateAsync(Start, Enumerable.Range(0, 20).Select(i => new[] { i % 5 * 2, i / 5 * 2 }).Append([5000, 3]).ToArray());
        var note = page.Page.Locator("#alone ~ [data-role=far]");

        // The others fill the square: the last of their first row is where it would be without the one far off.
        await Assertions.Expect(note).ToContainTextAsync("1 machine stands far from the others");
        Assert.True(await IsOverMachineAsync(page, 4, 0));

        await note.Locator("button").DispatchEventAsync("click");
        await Assertions.Expect(note).ToBeHiddenAsync();
        Assert.False(await IsOverMachineAsync(page, 4, 0));
        page.AssertNoProblems();
    }

    // Where a machine of the small grid is in a picture of nothing else: 14 pixels of margin, 3 machines' widths around.
    private static async Task<bool> IsOverMachineAsync(BrowserPage page, int column, int row)
    {
        var scale = (400 - (2 * 14)) / (8f + 6);
        await page.Page.Mouse.MoveAsync(200 + (((column * 2) - 4) * scale), 200 + (((row * 2) - 3) * scale));
        return await page.Page.EvaluateAsync<bool>("async () => { await drawn(); return document.getElementById('alone').classList.contains('over-machine'); }");
    }

    private static async Task DragAsync(BrowserPage page)
    {
        await page.Page.Mouse.MoveAsync(200, 200);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(240, 230, new MouseMoveOptions { Steps = 5 });
    }

    private static Task<int> CountAsync(BrowserPage page, string method) =>
        page.Page.EvaluateAsync<int>("method => calls.filter(call => call === method).length", method);

    private static Task ExpectAsync(BrowserPage page, string method, int count) =>
        page.Page.WaitForFunctionAsync("([method, count]) => calls.filter(call => call === method).length === count", new object[] { method, count });
}
