using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Layout;

/// <summary>Which source and which Eventhouse are in use, in the app bar.</summary>
public sealed partial class SourceLine
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private Refresher? _refresher;
    private (string Source, string State, long? Lag, string Eventhouse) _shown;

    [Inject]
    private IFloorStatus Status { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private (string Source, string State, long? Lag, string Eventhouse) Now =>
        (Status.SourceDescription, Status.Source.State, Status.Source.Lag, Status.EventhouseDescription);

    /// <inheritdoc />
    public void Dispose() => _refresher?.Dispose();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(Tick), DispatchExceptionAsync);
    }

    // It is on every page: nothing is sent while nothing is new.
    private void Tick()
    {
        if (Now != _shown)
            StateHasChanged();
    }
}
