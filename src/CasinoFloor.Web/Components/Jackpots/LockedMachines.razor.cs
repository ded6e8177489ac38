using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Jackpots;

/// <summary>The machines that a hand pay locks now, from the engine; drawn again only when one more is, one less, or a minute has passed.</summary>
public sealed partial class LockedMachines
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private IReadOnlyList<Locked>? _rows;
    private Refresher? _refresher;

    /// <summary>The section; empty for all.</summary>
    [Parameter]
    public string Section { get; set; } = "";

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose() => _refresher?.Dispose();

    /// <inheritdoc />
    protected override void OnParametersSet() => _rows = Read();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(Tick), DispatchExceptionAsync);
    }

    private void Tick()
    {
        var rows = Read();
        if (rows is null ? _rows is null : _rows is not null && rows.SequenceEqual(_rows))
            return;

        _rows = rows;
        StateHasChanged();
    }

    private List<Locked>? Read() => Feed.Latest?.Known is not { } summary
        ? null
        : [.. summary.Jackpots.Where(entry => entry.ResetAt is null && (Section.Length == 0 || entry.FloorSection == Section)).Select(entry => new Locked(entry, (int)Math.Max(0, (summary.AsOf - entry.EventTime).TotalMinutes)))];

    private sealed record Locked(JackpotEntry Entry, int Minutes)
    {
        public string Level => Entry.Level.ToString().ToUpperInvariant();

        public string Section => Entry.FloorSection.Length > 0 ? Entry.FloorSection : FloorPlan.NoSection;
    }
}
