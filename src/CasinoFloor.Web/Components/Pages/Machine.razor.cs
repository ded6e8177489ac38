using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Machine;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>A machine: what it is, its states, how it plays, what it held, what it sent. Every part is a question of <c>kql/machine</c>.</summary>
public sealed partial class Machine : IDisposable
{
    private const string Identity = "machine/machine_identity";
    private const long Events = 200;

    private readonly CancellationTokenSource _closing = new();
    private DateTime _until;
    private Dictionary<string, object?> _identity = [];
    private Dictionary<string, object?> _present = [];
    private Dictionary<string, object?> _hour = [];
    private Dictionary<string, object?> _day = [];
    private Dictionary<string, object?> _states = [];
    private Dictionary<string, object?> _hopper = [];
    private Dictionary<string, object?> _errors = [];
    private Dictionary<string, object?> _events = [];
    private Dictionary<string, object?> _neighbours = [];
    private string? _askedOf;
    private bool? _known;

    /// <summary>The machine's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private IHistory History { get; set; } = null!;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    // As the floor writes the id that somebody typed in another case; null where it knows none, or several.
    private string? Canonical => Feed.Latest?.Layout.Machines.Select(machine => machine.Id).Where(id => id.Equals(Id, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only : null;

    private IReadOnlyList<string> Similar => Feed.Latest is { } picture ? SimilarIds.To(Id, picture.Layout.Machines.Select(machine => machine.Id)) : [];

    /// <inheritdoc />
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Id == _askedOf)
            return;

        _known = Feed.Latest?.Layout.Machines.Any(machine => machine.Id == Id) == true ? true : null;
        if (_known is null && Canonical is { } id)
        {
            _askedOf = Id;
            Navigation.NavigateTo(Drill.Machine(id), replace: true);
            return;
        }

        Ask();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_known is not null || Canonical is not null)
            return;

        // Not on the live floor: it may have stood there once. Where history cannot say, the page's parts do.
        var id = Id;
        var answer = await Answer.AskAsync(History, Identity, _identity, Time, _closing.Token);
        if (id != Id || _closing.IsCancellationRequested)
            return;

        _known = answer.Table is not { Rows.Count: 0 };
        StateHasChanged();
    }

    private void Ask()
    {
        _askedOf = Id;
        _until = Feed.Latest?.Known?.AsOf ?? Time.GetUtcNow().UtcDateTime;
        _identity = new() { ["machine"] = Id };
        _present = new() { ["machine"] = Id, ["end_time"] = _until };
        _hour = Over(TimeSpan.FromHours(1), ("bin_size", TimeSpan.FromMinutes(1)));
        _day = Over(TimeSpan.FromHours(24), ("bin_size", TimeSpan.FromMinutes(15)));
        _states = Over(TimeSpan.FromHours(24));
        _hopper = Over(TimeSpan.FromHours(24), ("bin_size", TimeSpan.FromMinutes(5)));
        _errors = Over(TimeSpan.FromDays(7));
        _events = Over(TimeSpan.FromHours(24), ("top_n", Events));
        _neighbours = Over(TimeSpan.FromHours(1));
    }

    private Dictionary<string, object?> Over(TimeSpan length, params (string Name, object Value)[] more)
    {
        var values = new Dictionary<string, object?> { ["machine"] = Id, ["start_time"] = _until - length, ["end_time"] = _until };
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        return values;
    }
}
