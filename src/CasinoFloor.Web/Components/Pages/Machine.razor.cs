using System.Runtime.CompilerServices;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Charts;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>A machine: what it is, how it plays, what it held, what it sent. Every part is a question of <c>kql/machine</c>.</summary>
public sealed partial class Machine
{
    // A chart is made once of each answer: it is drawn anew only when it is another one.
    private readonly ConditionalWeakTable<Answer, ChartModel> _charts = [];

    private DateTime _until;
    private IReadOnlyDictionary<string, object?> _identity = new Dictionary<string, object?>();
    private IReadOnlyDictionary<string, object?> _present = new Dictionary<string, object?>();
    private IReadOnlyDictionary<string, object?> _hour = new Dictionary<string, object?>();
    private IReadOnlyDictionary<string, object?> _day = new Dictionary<string, object?>();
    private string? _askedOf;

    /// <summary>The machine's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Id != _askedOf)
            Ask();
    }

    private void Ask()
    {
        _askedOf = Id;
        _until = Feed.Latest?.Summary is { NewestEvent: not null } summary ? summary.AsOf : Time.GetUtcNow().UtcDateTime;
        _identity = new Dictionary<string, object?> { ["machine"] = Id };
        _present = new Dictionary<string, object?> { ["machine"] = Id, ["end_time"] = _until };
        _hour = Over(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        _day = Over(TimeSpan.FromHours(24), TimeSpan.FromMinutes(15));
    }

    private Dictionary<string, object?> Over(TimeSpan length, TimeSpan step) => new()
    {
        ["machine"] = Id,
        ["start_time"] = _until - length,
        ["end_time"] = _until,
        ["bin_size"] = step,
    };

    private ChartModel Chart(Answer answer) =>
        _charts.GetValue(answer, static made => ChartBuilder.Build(made.Table!, made.Result!.Visualization));
}
