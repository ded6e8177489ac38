using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>The live floor: map, key figures, jackpots, what needs attention.</summary>
public sealed partial class Floor
{
    // The map moves with every frame; lists and figures that change faster than this cannot be read.
    private static readonly TimeSpan RenderInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DetailTimeout = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _closing = new();
    private ElementReference _root;
    private FloorMap? _map;
    private FloorSummary? _summary;
    private long _renderedAt;
    private MapMetric _metric = MapMetric.Heat;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private IFloorStatus Status { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private CircuitConnection Connection { get; set; } = null!;

    [Inject]
    private IOptions<FloorLiveOptions> Options { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    // Before the first event there is nothing to show, not zeroes.
    private FloorSummary? Known => _summary is { NewestEvent: not null } ? _summary : null;

    private string MapSummary => Known is { } summary
        ? $"{Figures.Count(summary.Figures.ActiveMachines)} of {Figures.Count(summary.Figures.Machines)} machines active in "
            + $"{Figures.Count(summary.Sections.Count)} sections; {summary.Jackpots.Count(jackpot => jackpot.ResetAt is null)} locked by a hand pay; "
            + $"{Figures.Count(summary.Attention.Count)} conditions need attention."
        : "No data yet.";

    /// <summary>A machine's card, asked for by the map.</summary>
    /// <param name="index">The machine's index.</param>
    /// <returns>Null where there is no such machine, or the engine did not answer in time.</returns>
    [JSInvokable]
    public async Task<MachineCard?> DescribeAsync(int index)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        timeout.CancelAfter(DetailTimeout);
        try
        {
            return await Feed.RequestDetailAsync(index, timeout.Token) is { } detail ? MachineCard.From(detail) : null;
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
    protected override void OnInitialized() => _summary = Feed.Latest?.Summary;

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = FollowAsync();
    }

    private async Task FollowAsync()
    {
        try
        {
            _map = new FloorMap(Js, Options.Value);
            await _map.StartAsync(_root, DotNetObjectReference.Create(this), _metric);
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
        catch (Exception exception) when (exception is JSDisconnectedException || _closing.IsCancellationRequested)
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

    private async Task SetMetricAsync(MapMetric metric)
    {
        _metric = metric;
        if (_map is not null)
            await _map.SetMetricAsync(metric);
    }
}
