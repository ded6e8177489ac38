using CasinoFloor.Web.Live;
using CasinoFloor.Web.Live.Viewers;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Shared.Map;

/// <summary>The map's script, <c>MapView.razor.js</c>, seen from the server.</summary>
internal sealed class MapScript(IJSRuntime js, FloorLiveOptions options) : IAsyncDisposable
{
    private readonly PageScript<MapView> _script = new(js, "./Components/Shared/Map/MapView.razor.js");

    /// <summary>Whether the map is there: not before the script is loaded, nor when the page was left.</summary>
    public bool IsReady => _script.Made is not null;

    /// <summary>Loads the script and builds the map under an element.</summary>
    public Task StartAsync(ElementReference root, MapView page, bool past) => _script.StartAsync(root, page, new
    {
        Past = past,
        Frames = past ? null : FrameEndpoint.Path,
        StaleAfter = options.StaleAfter.TotalMilliseconds,
    });

    /// <summary>Sends an update and waits until the browser has it.</summary>
    /// <returns>Whether the browser now shows it; otherwise it wants a snapshot.</returns>
    public async Task<bool> ShowAsync(FloorUpdate update, CancellationToken disconnected)
    {
        if (_script.Made is not { } map)
            return false;

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(disconnected);
        timeout.CancelAfter(options.FrameTimeout);
        try
        {
            if (update.NewLayout is { } layout)
                await map.InvokeVoidAsync("layout", timeout.Token, layout.Bytes);

            return await map.InvokeAsync<bool>("update", timeout.Token, update.Frame.Bytes);
        }
        catch (Exception exception) when (exception is OperationCanceledException or JSDisconnectedException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _script.DisposeAsync();
}
