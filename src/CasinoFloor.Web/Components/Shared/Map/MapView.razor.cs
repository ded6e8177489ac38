using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Shared.Map;

/// <summary>
/// The floor map: draws the live frames, which its script fetches by itself (<c>wwwroot/js/floor/frames.js</c>), or those of the past that it is given. Rows with <c>data-machine</c> and ages with <c>data-since</c> belong to
/// it when they stand with it in an element of <c>data-role="floor"</c>.
/// </summary>
public sealed partial class MapView
{
    private static readonly TimeSpan DetailTimeout = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _closing = new();
    private ElementReference _root;
    private MapScript? _map;

    /// <summary>Gives a machine's card by its index; null where there is none.</summary>
    [Parameter, EditorRequired]
    public Func<int, CancellationToken, Task<MachineCard?>> Describe { get; set; } = null!;

    /// <summary>The map is ready for frames of the past.</summary>
    [Parameter]
    public EventCallback Ready { get; set; }

    /// <summary>What the map shows, for those who do not see it.</summary>
    [Parameter]
    public string Summary { get; set; } = "";

    /// <summary>Whether the frames are of the past: then the page gives them, and ages stand still with them.</summary>
    [Parameter]
    public bool Past { get; set; }

    /// <summary>Beside the zoom buttons.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>Over the map.</summary>
    [Parameter]
    public RenderFragment? Veil { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private IOptions<FloorLiveOptions> Options { get; set; } = null!;

    /// <summary>Sends an update of the past and waits until the browser has it; only once the map is ready.</summary>
    /// <returns>Whether the browser now shows it; otherwise it wants layout and snapshot.</returns>
    public Task<bool> ShowAsync(FloorUpdate update, CancellationToken disconnected) => _map!.ShowAsync(update, disconnected);

    /// <summary>A machine's card, asked for by the map.</summary>
    /// <param name="index">The machine's index.</param>
    /// <returns>Null where there is no such machine, or no answer in time.</returns>
    [JSInvokable]
    public async Task<MachineCard?> DescribeAsync(int index)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        timeout.CancelAfter(DetailTimeout);
        try
        {
            return await Describe(index, timeout.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_map is not null)
            await _map.DisposeAsync();

        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        try
        {
            _map = new MapScript(Js, Options.Value);
            await _map.StartAsync(_root, this, Past);
            if (_map.IsReady)
                await Ready.InvokeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or TaskCanceledException)
        {
            // The page was left.
        }
    }
}
