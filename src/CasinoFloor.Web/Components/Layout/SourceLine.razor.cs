using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Layout;

/// <summary>Which source and which Eventhouse are in use, in the app bar.</summary>
public sealed partial class SourceLine
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private Refresher? _refresher;

    [Inject]
    private IFloorStatus Status { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose() => _refresher?.Dispose();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(StateHasChanged));
    }
}
