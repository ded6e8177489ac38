using System.Collections.Concurrent;
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
    public Task WaitForMapAsync() => Page.WaitForSelectorAsync("[data-role=map][data-sequence]");

    /// <summary>Waits until the age badge shows a state.</summary>
    public Task WaitForAgeAsync(string state) =>
        Page.WaitForSelectorAsync($"[data-role=age][data-state={state}]", new PageWaitForSelectorOptions { Timeout = 45_000 });

    /// <summary>A hash of a layer of the map: 0 ground, 1 machines, 2 overlay. Two drawings are let pass first.</summary>
    public Task<string> HashAsync(int layer) => Page.EvaluateAsync<string>(
        """
        async layer => {
          const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          await drawn();
          const canvas = document.querySelectorAll('[data-role=map] canvas')[layer];
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let hash = 0;
          for (const value of pixels) {
            hash = (Math.imul(hash, 31) + value) | 0;
          }
          return String(hash);
        }
        """,
        layer);

    /// <summary>How many pixels of the machines' layer are painted.</summary>
    public Task<int> PaintedAsync() => Page.EvaluateAsync<int>(
        """
        () => {
          const canvas = document.querySelectorAll('[data-role=map] canvas')[1];
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let painted = 0;
          for (let i = 3; i < pixels.length; i += 4) {
            painted += pixels[i] > 0 ? 1 : 0;
          }
          return painted;
        }
        """);

    /// <summary>Asserts that nothing was written to the console as an error.</summary>
    public void AssertNoProblems() => Assert.Empty(_problems);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
