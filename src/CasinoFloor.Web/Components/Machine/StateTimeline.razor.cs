using System.Globalization;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>Draws when each condition of a machine held.</summary>
public sealed partial class StateTimeline
{
    private KqlResultTable? _shown;
    private StateLanes _lanes = new(default, default, []);

    /// <summary>The answer of <c>kql/machine/machine_states</c>.</summary>
    [Parameter, EditorRequired]
    public KqlResultTable Table { get; set; } = null!;

    /// <summary>Begin of what is drawn, UTC.</summary>
    [Parameter, EditorRequired]
    public DateTime From { get; set; }

    /// <summary>End of what is drawn, UTC.</summary>
    [Parameter, EditorRequired]
    public DateTime To { get; set; }

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(Table, _shown))
            _lanes = StateLanes.Of(_shown = Table, From, To);
    }

    // What began just now is still seen: the least width of a bar (see the style sheet) is kept within its lane.
    private static string Place(StateBar bar) =>
        string.Create(CultureInfo.InvariantCulture, $"left: min({bar.Left}%, 100% - {(bar.Span.Ended is null ? 8 : 4)}px); width: {bar.Width}%");

    private string Words(StateSpan span)
    {
        var began = Local(span.Began);
        return span.Ended is not { } ended ? $"Since {began}: {span.Why}"
            : ended == span.Began ? $"{began}: {span.Why}"
            : $"{began} to {Local(ended)}, {Figures.Age(ended - span.Began)}: {span.Why}";
    }

    private string Local(DateTime utc) => Calendar.ToLocal(utc).ToString("ddd HH:mm:ss", CultureInfo.InvariantCulture);
}
