using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>The live floor: map, key figures, jackpots, what needs attention.</summary>
public sealed partial class Floor
{
    private FloorSummary? _summary;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() => _summary = Feed.Latest?.Known;

    private async Task<MachineCard?> DescribeAsync(int index, CancellationToken cancellationToken) =>
        await Feed.RequestDetailAsync(index, cancellationToken) is { } detail ? MachineCard.From(detail) : null;
}
