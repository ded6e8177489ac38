using System.Globalization;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Replay;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Components.Shared.Map;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>The floor at any past moment, from what is stored; the moment is in the address.</summary>
public sealed partial class Replay
{
    private const int CoverageSteps = 144;
    private static readonly TimeSpan Unclosed = TimeSpan.FromMinutes(2);

    // Nothing is stored beyond these; at the ends of the calendar a slider has no room.
    private static readonly DateTime Earliest = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly CancellationTokenSource _closing = new();
    private MapView _map = null!;
    private ReplayLoader _loader = null!;
    private ReplayReel _reel = null!;
    private ReplayMoment? _moment;
    private FloorPicture? _drawn;
    private (DateTime First, DateTime Last)? _bounds;
    private string _note = "";
    private IReadOnlyList<DateTime> _coverage = [];
    private DateTime _at;
    private DateTime _from;
    private TimeSpan _span = TimeSpan.FromHours(1);
    private string _problem = "";
    private int _speed = 1;
    private bool _playing;
    private bool _loading;
    private int _sought;

    /// <summary>The moment, ISO 8601 UTC; without one the newest stored.</summary>
    [SupplyParameterFromQuery(Name = "at")]
    public string? AtText { get; set; }

    [Inject]
    private IHistory History { get; set; } = null!;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private CircuitConnection Connection { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private FloorSummary? Known => _moment is { IsStored: true, Picture: { } picture } ? picture.Summary : null;

    // What the figures are of: while another moment is loading, not yet that one.
    private DateTime Shown => _moment?.At ?? _at;

    // No shorter than the minutes that are stored.
    private TimeSpan CoverageStep => TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMinute, _span.Ticks / CoverageSteps));

    private string NothingKnown =>
        _problem.Length > 0 ? "Not known: the moment cannot be asked for."
        : _moment is null ? "Not known yet: the moment is being asked for."
        : "Not known: nothing is stored of this moment.";

    private string MapSummary => Known is { } summary
        ? $"At {Text(Shown)}: {Figures.Count(summary.Figures.ActiveMachines)} of {Figures.Count(summary.Figures.Machines)} machines active; "
            + $"{Figures.Count(summary.Attention.Count)} conditions needed attention."
        : "Nothing is shown.";

    /// <inheritdoc />
    public void Dispose()
    {
        _playing = false;
        _closing.Cancel();
        _closing.Dispose();
        _reel.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _loader = new ReplayLoader(History);
        _reel = new ReplayReel(_loader.LoadAsync);
        _at = Whole(Asked ?? Time.GetUtcNow().UtcDateTime);
        _from = _at - (_span / 2);
    }

    private DateTime? Asked => DateTime.TryParse(AtText, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
        ? new DateTime(Math.Clamp(at.Ticks, Earliest.Ticks, Latest.Ticks), DateTimeKind.Utc)
        : null;

    private async Task OpenAsync()
    {
        if (!await BoundsAsync())
            return;

        var unreadable = Asked is null && !string.IsNullOrEmpty(AtText) ? AtText : null;
        await SeekAsync(Asked ?? _bounds?.Last ?? _at);
        if (unreadable is null)
            return;

        _note = $"“{unreadable}” in the address is no moment, as 2026-01-01T20:15:00Z is one: this is the newest one that is stored.";
        StateHasChanged();
    }

    // What is stored goes on growing while the page is open.
    private async Task<bool> BoundsAsync()
    {
        try
        {
            _bounds = await _loader.BoundsAsync(_closing.Token);
            return true;
        }
        catch (EventhouseException exception)
        {
            _problem = exception.Message;
            return false;
        }
    }

    private async Task SeekAsync(DateTime at)
    {
        _reel.Clear();
        if (_bounds?.Last < at)
            await BoundsAsync();

        var latest = _bounds?.Last < at ? Whole(_bounds.Value.Last) : Whole(at);
        _note = at - latest > TimeSpan.FromMinutes(1) ? "That moment has not come yet: this is the newest one that is stored." : "";
        KeepInAddress(latest);
        await ShowAsync(latest);
    }

    private void KeepInAddress(DateTime at) => Navigation.NavigateTo(Drill.Floor(at), new NavigationOptions { ReplaceHistoryEntry = true });

    /// <summary>Shows a moment, unless another is sought before it has come.</summary>
    private async Task<bool> ShowAsync(DateTime at)
    {
        var sought = ++_sought;
        (_at, _loading) = (at, true);
        await CoverAsync();
        StateHasChanged();
        ReplayMoment moment;
        try
        {
            moment = await _reel.TakeAsync(at, _playing ? Step : TimeSpan.Zero, _bounds?.Last ?? at);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        if (sought != _sought)
            return false;

        (_moment, _loading, _problem) = (moment, false, moment.Problem);
        if (moment.Picture is { } picture)
            await DrawAsync(picture);

        StateHasChanged();
        return true;
    }

    private async Task DrawAsync(FloorPicture picture)
    {
        var update = new FloorUpdate(picture, _drawn?.Layout == picture.Layout ? null : picture.Layout, picture.FrameSince(_drawn));
        if (!await _map.ShowAsync(update, Connection.Down))
            await _map.ShowAsync(new FloorUpdate(picture, picture.Layout, picture.Snapshot), Connection.Down);

        _drawn = picture;
    }

    // The slider moves on when the moment leaves it.
    private async Task CoverAsync(bool anew = false)
    {
        if (!anew && _coverage.Count > 0 && _at >= _from && _at <= _from + _span)
            return;

        if (anew || _at < _from || _at > _from + _span)
            _from = _at - (_span / 2);

        // Steps begin at whole multiples: so do the answers'.
        _from = new DateTime(_from.Ticks - (_from.Ticks % CoverageStep.Ticks), DateTimeKind.Utc);
        try
        {
            _coverage = WithNewest(await _loader.CoverageAsync(_from, _from + _span, CoverageStep, _closing.Token));
        }
        catch (Exception exception) when (exception is EventhouseException or OperationCanceledException)
        {
            // The slider works without; the moment itself says what is wrong.
            _coverage = [];
        }
    }

    // The last minutes before the newest event are not closed yet, but their events are stored.
    private IReadOnlyList<DateTime> WithNewest(IReadOnlyList<DateTime> closed)
    {
        if (_bounds is not { } bounds)
            return closed;

        var open = new List<DateTime>();
        for (var moment = bounds.Last - Unclosed; moment <= bounds.Last; moment += TimeSpan.FromMinutes(1))
        {
            var step = new DateTime(moment.Ticks - (moment.Ticks % CoverageStep.Ticks), DateTimeKind.Utc);
            if (moment >= bounds.First && step >= _from && step < _from + _span)
                open.Add(step);
        }

        return [.. closed.Union(open).Order()];
    }

    private TimeSpan Tick => _speed > 15 ? TimeSpan.FromSeconds(0.5) : TimeSpan.FromSeconds(1);

    private TimeSpan Step => Tick * _speed;

    private async Task PlayAsync(bool playing)
    {
        _playing = playing;
        _reel.Clear();
        if (playing)
        {
            _note = "";
            _ = RunAsync();
        }
        else
            await SeekAsync(_at);
    }

    private async Task RunAsync()
    {
        try
        {
            var run = _speed;
            using var timer = new PeriodicTimer(Tick, Time);
            while (_playing && run == _speed && await timer.WaitForNextTickAsync(_closing.Token))
            {
                await Connection.Up.WaitAsync(_closing.Token);
                if (_bounds is { } bounds && _at + Step > bounds.Last)
                {
                    await BoundsAsync();
                    if (_bounds is not { } now || _at + Step > now.Last)
                    {
                        _playing = false;
                        KeepInAddress(_at);
                        StateHasChanged();
                        return;
                    }
                }

                // What is reloaded or shared while it plays begins where it is, at every tick: seldom enough for what browsers allow.
                if (_playing && !_loading && await ShowAsync(_at + Step) && _playing)
                    KeepInAddress(_at);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void SetSpeedAsync(int speed)
    {
        if (speed == _speed)
            return;

        _speed = speed;
        _reel.Clear();
        if (_playing)
            _ = RunAsync();
    }

    private async Task SetSpanAsync(TimeSpan span)
    {
        _span = span;
        await CoverAsync(anew: true);
    }

    private Task<MachineCard?> DescribeAsync(int index, CancellationToken cancellationToken) => Task.FromResult(
        _moment is { IsStored: true } moment && index >= 0 && index < moment.Details.Count ? MachineCard.From(moment.Details[index]) : null);

    private string Text(DateTime utc) => Calendar.ToLocal(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static DateTime Whole(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
