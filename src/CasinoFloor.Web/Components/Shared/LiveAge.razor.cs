using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>The age of the live data on pages without the map; it alone is drawn again when time passes.</summary>
public sealed partial class LiveAge
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private Refresher? _refresher;
    private DataAge _age;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private IOptions<FloorLiveOptions> Options { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose() => _refresher?.Dispose();

    /// <inheritdoc />
    protected override void OnInitialized() => Read();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(Tick), DispatchExceptionAsync);
    }

    private void Tick()
    {
        Read();
        StateHasChanged();
    }

    private void Read() => _age = DataAge.Of(Feed.Latest?.Summary.LastReceived, Time.GetUtcNow().UtcDateTime, Options.Value.StaleAfter);
}
