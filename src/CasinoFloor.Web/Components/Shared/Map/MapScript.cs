using CasinoFloor.Web.Live;
using CasinoFloor.Web.Live.Viewers;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Shared.Map;

/// <summary>The map's script, <c>MapView.razor.js</c>, seen from the server.</summary>
internal sealed class MapScript(IJSRuntime js, FloorLiveOptions options) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _map;
    private DotNetObjectReference<MapView>? _page;

    /// <summary>Loads the script and builds the map under an element.</summary>
    public async Task StartAsync(ElementReference root, DotNetObjectReference<MapView> page, bool past)
    {
        _page = page;
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./Components/Shared/Map/MapView.razor.js");
        _map = await _module.InvokeAsync<IJSObjectReference>("create", root, page, new
        {
            Past = past,
            Frames = past ? null : FrameEndpoint.Path,
            StaleAfter = options.StaleAfter.TotalMilliseconds,
        });
    }

    /// <summary>Sends an update and waits until the browser has it.</summary>
    /// <returns>Whether the browser now shows it; otherwise it wants a snapshot.</returns>
    public async Task<bool> ShowAsync(FloorUpdate update, CancellationToken disconnected)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(disconnected);
        timeout.CancelAfter(options.FrameTimeout);
        try
        {
            if (update.NewLayout is { } layout)
                await _map!.InvokeVoidAsync("layout", timeout.Token, layout.Bytes);

            return await _map!.InvokeAsync<bool>("update", timeout.Token, update.Frame.Bytes);
        }
        catch (Exception exception) when (exception is OperationCanceledException or JSDisconnectedException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_map is not null)
            {
                await _map.InvokeVoidAsync("dispose");
                await _map.DisposeAsync();
            }

            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or TaskCanceledException)
        {
            // The browser has gone, and the script with it.
        }

        _page?.Dispose();
    }
}
