using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Components.Shared.Map;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>The live floor: map, key figures, jackpots, what needs attention.</summary>
public sealed partial class Floor
{
    // The map moves with every frame; lists and figures that change faster than this cannot be read.
    private static readonly TimeSpan RenderInterval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _closing = new();
    private MapView _map = null!;
    private FloorSummary? _summary;
    private long _renderedAt;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private IFloorStatus Status { get; set; } = null!;

    [Inject]
    private CircuitConnection Connection { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    // Before the first event there is nothing to show, not zeroes.
    private FloorSummary? Known => _summary is { NewestEvent: not null } ? _summary : null;

    private string MapSummary => Known is { } summary
        ? $"{Figures.Count(summary.Figures.ActiveMachines)} of {Figures.Count(summary.Figures.Machines)} machines active in "
            + $"{Figures.Count(summary.Sections.Count)} sections; {summary.Jackpots.Count(jackpot => jackpot.ResetAt is null)} locked by a hand pay; "
            + $"{Figures.Count(summary.Attention.Count)} conditions need attention."
        : "No data yet.";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _summary = Feed.Latest?.Summary;

    private async Task<MachineCard?> DescribeAsync(int index, CancellationToken cancellationToken) =>
        await Feed.RequestDetailAsync(index, cancellationToken) is { } detail ? MachineCard.From(detail) : null;

    private void Follow() => _ = FollowAsync();

    private async Task FollowAsync()
    {
        try
        {
            using var viewer = Feed.Watch();
            while (true)
            {
                await Connection.Up.WaitAsync(_closing.Token);
                var update = await viewer.NextAsync(_closing.Token);
                if (await _map.ShowAsync(update, Connection.Down))
                    viewer.Confirm(update);
                else
                    viewer.Reset();

                Render(update.Picture.Summary);
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or ObjectDisposedException || _closing.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void Render(FloorSummary summary)
    {
        if (Known is not null && Time.GetElapsedTime(_renderedAt) < RenderInterval)
            return;

        _renderedAt = Time.GetTimestamp();
        _summary = summary;
        StateHasChanged();
    }
}
