using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>Over the live map until the first event has arrived: what is waited for.</summary>
public sealed partial class WaitingVeil
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private Refresher? _refresher;
    private bool _waits;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private IFloorStatus Status { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private bool Waits => Feed.Latest?.Known is null;

    /// <inheritdoc />
    public void Dispose() => _refresher?.Dispose();

    /// <inheritdoc />
    protected override void OnInitialized() => _waits = Waits;

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && _waits)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(Tick), DispatchExceptionAsync);
    }

    private void Tick()
    {
        _waits = Waits;
        if (!_waits)
            _refresher?.Dispose();

        StateHasChanged();
    }
}
