using CasinoFloor.Web.Components.Shared.Editor;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>What the Explore page asks of the browser, <c>Explore.razor.js</c>: its own history of queries, links.</summary>
internal sealed class ExploreScript(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>The queries asked in this browser, newest first.</summary>
    public async Task<IReadOnlyList<AskedQuery>> HistoryAsync() => await (await Module()).InvokeAsync<AskedQuery[]>("history");

    /// <summary>Keeps a query, and gives the history.</summary>
    public async Task<IReadOnlyList<AskedQuery>> RememberAsync(AskedQuery asked) => await (await Module()).InvokeAsync<AskedQuery[]>("remember", asked);

    /// <summary>Empties the history.</summary>
    public async Task<IReadOnlyList<AskedQuery>> ForgetAsync() => await (await Module()).InvokeAsync<AskedQuery[]>("forget");

    /// <summary>Puts an address into the address bar and, where the browser allows it, onto the clipboard.</summary>
    /// <returns>Whether it is on the clipboard.</returns>
    public async Task<bool> ShareAsync(string address) => await (await Module()).InvokeAsync<bool>("share", address);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_module is null)
            return;

        try
        {
            await (await _module).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the script with it.
        }
    }

    private Task<IJSObjectReference> Module() => _module ??= js.InvokeAsync<IJSObjectReference>("import", "./Components/Pages/Explore.razor.js").AsTask();
}
