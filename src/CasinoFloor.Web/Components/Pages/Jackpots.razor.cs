using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Charts;
using CasinoFloor.Web.Components.Jackpots;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>Hand pays: those that lock a machine now, and their history by amount, level, hour, section and machine. The address holds what is chosen.</summary>
public sealed partial class Jackpots
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    // Without one the tables are asked for anew so that they are never older than this.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    // A new hand pay asks the history again, but it is stored later than it is seen: so these many ticks in a row.
    private const int Asks = 3;

    private JackpotsLink _link = null!;
    private Dictionary<string, object?> _values = [];
    private DateTime _until;
    private IReadOnlyList<JackpotEntry>? _seen;
    private int _asks;
    private Refresher? _refresher;
    private AddressWatch? _watch;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateTime Now => Feed.Latest?.Known?.AsOf ?? Time.GetUtcNow().UtcDateTime;

    private IEnumerable<string> Sections => Feed.Latest?.Summary.Sections.Select(section => section.FloorSection).Where(section => section.Length > 0) ?? [];

    private string NoneText => _link.Section.Length > 0 ? $"No hand pay in {_link.Section} in this time." : "No hand pay in this time. A longer window may have some.";

    /// <inheritdoc />
    public void Dispose()
    {
        _watch?.Dispose();
        _refresher?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _watch = new AddressWatch(Navigation, JackpotsLink.Path, Moved);
        _link = JackpotsLink.Parse(Navigation.Uri);
        Ask();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(Tick), DispatchExceptionAsync);
    }

    private static ChartModel Untitled(Answer answer) => ChartBuilder.Build(answer.Table!, answer.Result!.Visualization, answer.Money) with { Title = "" };

    private void Tick()
    {
        if (!ReferenceEquals(Feed.Latest?.Summary.Jackpots, _seen))
            _asks = Asks;

        if (_link.Window.Code is null || (_asks == 0 && Now - _until < Oldest))
            return;

        _asks = Math.Max(0, _asks - 1);
        Ask();
        StateHasChanged();
    }

    private void Moved(string address) => _ = InvokeAsync(() =>
    {
        _link = JackpotsLink.Parse(address);
        Ask();
        StateHasChanged();
    });

    private void Go(JackpotsLink link) => Navigation.NavigateTo(link.ToString());

    private void Ask()
    {
        _seen = Feed.Latest?.Summary.Jackpots;
        (var from, _until) = _link.Window.Resolve(Now, Calendar);
        _values = new() { ["start_time"] = from, ["end_time"] = _until };
        if (_link.Section.Length > 0)
            _values["section"] = _link.Section;
    }
}
