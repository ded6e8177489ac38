using System.Text.Json;
using CasinoFloor.Web.Calendar;
using Microsoft.AspNetCore.Components;
using Plotly.Blazor;
using Plotly.Blazor.ConfigLib;
using Plotly.Blazor.Interop;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>Draws a chart, in the theme's colours. The script is loaded with the first chart that a page draws.</summary>
public sealed partial class ResultChart
{
    // The buttons that Plotly floats over a chart have no names for screen readers; a double click shows all again.
    private static readonly Config Config = new() { Responsive = true, DisplayModeBar = DisplayModeBarEnum.False, DisplayLogo = false };

    private readonly string _id = $"chart-{Guid.NewGuid():N}";
    private PlotlyChart? _chart;
    private PlotlyFigure? _figure;
    private IList<ITrace> _traces = [];
    private Plotly.Blazor.Layout _layout = new();
    private (ChartModel Model, bool Dark)? _shown;
    private bool _changed;
    private bool _subscribed;

    /// <summary>The chart; nothing is drawn for a <see cref="ChartKind.Table"/> but its note.</summary>
    [Parameter, EditorRequired]
    public ChartModel Model { get; set; } = new(ChartKind.Table);

    /// <summary>Whether moments stand in UTC, as an exact grid has them; else in the property's time.</summary>
    [Parameter]
    public bool Exact { get; set; }

    /// <summary>A point was picked; the argument is the row of the answer.</summary>
    [Parameter]
    public EventCallback<int> RowPicked { get; set; }

    [CascadingParameter(Name = "Dark")]
    private bool Dark { get; set; } = true;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    private string Summary => string.Join(
        "; ",
        new[] { Model.Title, $"{Model.Kind} chart of {(Model.Y.Title.Length > 0 ? Model.Y.Title : "values")} by {Model.X.Title}, {Model.Series.Count} series; the figures are in the table" }
            .Where(text => text.Length > 0));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_shown == (Model, Dark))
            return;

        _shown = (Model, Dark);
        if (Model.Kind is ChartKind.Table or ChartKind.Card)
        {
            _figure = null;
            _subscribed = false;
            return;
        }

        _changed = _figure is not null;
        _figure = new PlotlyFigure(Model, ChartInk.Of(Dark), Exact ? PropertyCalendar.Utc : Calendar);
        (_traces, _layout) = (_figure.Traces, _figure.Layout);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_changed || _chart is null)
            return;

        _changed = false;
        await _chart.React();
    }

    // Events can be asked for only once the chart is there.
    private void Drawn()
    {
        if (_subscribed || _chart is null)
            return;

        _subscribed = true;
        _ = _chart.SubscribeClickEvent();
    }

    private void Clicked(IEnumerable<EventDataPoint> points)
    {
        if (points.FirstOrDefault() is { } point && RowOf(point) is { } row)
            _ = InvokeAsync(() => RowPicked.InvokeAsync(row));
    }

    private int? RowOf(EventDataPoint point)
    {
        // A slice of a pie has a number of its own.
        var (curve, at) = (Index(point.CurveNumber), Index(point.PointNumber) ?? Index(point.PointIndex));
        return curve is { } c && at is { } i && c < Model.Series.Count && i < Model.Series[c].Rows.Count ? Model.Series[c].Rows[i] : null;
    }

    private static int? Index(object? value) =>
        value is JsonElement { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var index) && index >= 0 ? index : null;
}
