using System.Globalization;
using System.Text.Encodings.Web;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Live.Viewers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>What comes in, what is counted, where it is stored.</summary>
public sealed partial class Status
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private const string DrawnHint = "Measured by the open floor pages over their last minute; of the slowest of them";

    private Refresher? _refresher;

    [Inject]
    private IFloorStatus FloorStatus { get; set; } = null!;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private ViewerBoard Viewers { get; set; } = null!;

    [Inject]
    private IOptions<FloorLiveOptions> Options { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private EngineTotals? Totals => Feed.Latest?.Summary.Totals;

    private string Drawn => Viewers.Drawn is { } drawn
        ? string.Create(CultureInfo.InvariantCulture, $"half in {drawn.Median.TotalMilliseconds:0} ms, 99 % in {drawn.P99.TotalMilliseconds:0} ms")
        : Figures.Unknown;

    private DataAge Age => DataAge.Of(Feed.Latest?.Summary.LastReceived, Time.GetUtcNow().UtcDateTime, Options.Value.StaleAfter);

    /// <inheritdoc />
    public void Dispose() => _refresher?.Dispose();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(StateHasChanged), DispatchExceptionAsync);
    }

    // A replay may keep its times: any day but today is named.
    private string Moment(DateTime? utc) =>
        utc?.ToString(utc.Value.Date == Time.GetUtcNow().Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? Figures.Unknown;

    // A long path is broken at its separators.
    private static MarkupString Breakable(string text) => new(HtmlEncoder.Default.Encode(text).Replace("/", "/<wbr>", StringComparison.Ordinal));

    private static string Reasons(StreamTotals stream) => string.Join(
        ", ",
        stream.Rejected.Index().Where(reason => reason.Item > 0).Select(reason => $"{((RejectionReason)reason.Index).Name()} {Figures.Count(reason.Item)}"));
}
