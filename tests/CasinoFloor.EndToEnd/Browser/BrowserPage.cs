using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>A page in the browser, with what it complained of.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();

    internal BrowserPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _problems.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _problems.Enqueue(error);
    }

    public IPage Page { get; }

    public ILocator Map => Page.Locator("[data-role=map]");

    public ILocator Card => Page.Locator(".machine-card");

    /// <summary>Waits until the map shows a frame.</summary>
    public Task WaitForMapAsync() => Page.WaitForSelectorAsync("[data-role=map][data-sequence][data-detail]");

    /// <summary>Waits until the age badge shows a state.</summary>
    public Task WaitForAgeAsync(string state) =>
        Page.WaitForSelectorAsync($"[data-role=age][data-state={state}]", new PageWaitForSelectorOptions { Timeout = 45_000 });

    /// <summary>A hash of the floor's pixels on the screen, once nothing more is to be drawn; the canvas that has them is larger than the map.</summary>
    public Task<string> HashAsync() => Page.EvaluateAsync<string>(
        """
        async () => {
          const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const hash = () => {
            const map = document.querySelector('[data-role=map]');
            const canvas = map.querySelector('.map-scene:not([hidden])');
            const ratio = canvas.width / canvas.offsetWidth;
            const { e: x, f: y } = new DOMMatrix(canvas.style.transform);
            const part = [-x, -y, map.clientWidth, map.clientHeight].map(value => Math.round(value * ratio));
            const pixels = canvas.getContext('2d').getImageData(...part).data;
            let sum = 0;
            for (const value of pixels) {
              sum = (Math.imul(sum, 31) + value) | 0;
            }
            return String(sum);
          };
          do {
            await drawn();
          } while (document.querySelector('[data-role=map][data-drawing]'));
          return hash();
        }
        """);

    /// <summary>How many pixels of the floor differ from its corner's.</summary>
    public Task<int> PaintedAsync() => Page.EvaluateAsync<int>(
        """
        () => {
          const canvas = document.querySelector('[data-role=map] .map-scene:not([hidden])');
          const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
          return pixels.filter(pixel => pixel !== pixels[canvas.width + 20]).length;
        }
        """);

    /// <summary>Waits until the map draws the floor in a detail: sections, banks, machines or labels.</summary>
    public Task WaitForDetailAsync(string detail) => Page.WaitForSelectorAsync($"[data-role=map][data-detail={detail}]");

    /// <summary>Waits until the page takes input. Its start takes the page's title away for a moment: that is over, too.</summary>
    public Task WaitForInputAsync() => Page.WaitForFunctionAsync("() => document.querySelector('[data-interactive]') && document.title");

    /// <summary>The serious findings of an accessibility check of the page, once it takes input.</summary>
    public async Task<IEnumerable<string>> SeriousFindingsAsync()
    {
        await WaitForInputAsync();
        return (await Page.RunAxe()).Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} {string.Join("; ", violation.Nodes.Select(node => node.Html))}");
    }

    /// <summary>Asserts that an accessibility check of the page as it is has no serious finding.</summary>
    public async Task AssertAccessibleAsync() => Assert.Empty(await SeriousFindingsAsync());

    /// <summary>What was written to the console as an error since it was asked last.</summary>
    public IReadOnlyList<string> TakeProblems()
    {
        var problems = new List<string>();
        while (_problems.TryDequeue(out var problem))
            problems.Add(problem);

        return problems;
    }

    /// <summary>Asserts that nothing was written to the console as an error.</summary>
    public void AssertNoProblems() => Assert.Empty(_problems);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
