using System.Globalization;
using CasinoFloor.Web.Calendar;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using BarOrientation = Plotly.Blazor.Traces.BarLib.OrientationEnum;
using LineShape = Plotly.Blazor.Traces.ScatterLib.LineLib.ShapeEnum;
using PieTextInfo = Plotly.Blazor.Traces.PieLib.TextInfoFlag;
using PlotLayout = Plotly.Blazor.Layout;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>
/// A chart as Plotly wants it. Plotly knows no time zones: moments go there as local times of the calendar's zone.
/// </summary>
/// <param name="model">The chart; of a kind that is drawn.</param>
/// <param name="ink">Its colours.</param>
/// <param name="calendar">For local times.</param>
internal sealed class PlotlyFigure(ChartModel model, ChartInk ink, PropertyCalendar calendar)
{
    // A line without marks hides a point that stands alone; marks on many points hide the line.
    private const int MostMarked = 150;

    private const decimal PartialOpacity = 0.4m;

    // Plotly writes the titles of axes larger than all else unless told.
    private const int FontSize = 13;

    /// <summary>The series.</summary>
    public IList<ITrace> Traces =>
    [
        .. model.Series.Select((series, i) => Trace(series, ink.Series[i % ink.Series.Count])),
        .. model.Series.Index().Where(one => IsDashed(one.Item)).Select(one => Dashes(one.Item, ink.Series[one.Index % ink.Series.Count])),
        .. model.Share is { } share ? [Share(share, ink.Series[model.Series.Count % ink.Series.Count])] : Array.Empty<ITrace>(),
    ];

    /// <summary>Axes, fonts and colours.</summary>
    public PlotLayout Layout
    {
        get
        {
            var layout = new PlotLayout
            {
                AutoSize = true,
                PaperBgColor = ink.Surface,
                PlotBgColor = ink.Surface,
                Font = new Font { Family = ChartInk.Fonts, Size = FontSize, Color = ink.Muted },
                Colorway = [.. ink.Series],
                Separators = ".,",
                ShowLegend = model.HasLegend,
                HoverMode = model.Kind is ChartKind.Line or ChartKind.Area ? HoverModeEnum.XUnified : HoverModeEnum.Closest,
                HoverLabel = new Plotly.Blazor.LayoutLib.HoverLabel
                {
                    BgColor = ink.Surface,
                    BorderColor = ink.Line,
                    Font = new Plotly.Blazor.LayoutLib.HoverLabelLib.Font { Family = ChartInk.Fonts, Color = ink.Text },
                },
                Margin = new Margin { L = 12, R = 16, T = 16, B = 12 },
                Legend =
                [
                    new Legend
                    {
                        Orientation = Plotly.Blazor.LayoutLib.LegendLib.OrientationEnum.H,
                        X = 0,
                        Y = 1,
                        YAnchor = Plotly.Blazor.LayoutLib.LegendLib.YAnchorEnum.Bottom,
                        Font = new Plotly.Blazor.LayoutLib.LegendLib.Font { Color = ink.Text },
                    },
                ],
            };
            if (model.Kind == ChartKind.Pie)
                return layout;

            if (model.Stacking != ChartStacking.None)
            {
                layout.BarMode = BarModeEnum.Stack;
                layout.BarNorm = model.Stacking == ChartStacking.Percent ? BarNormEnum.Percent : null;
            }

            var (across, up) = model.Kind == ChartKind.Bar ? (model.Y, model.X) : (model.X, model.Y);
            layout.XAxis = [AcrossAxis(across)];
            layout.YAxis = model.Share is null ? [UpAxis(up)] : [UpAxis(up), ShareAxis()];
            return layout;
        }
    }

    // An axis of time with one moment would be a millisecond long.
    private bool IsOneMoment => model.Kind != ChartKind.Bar && model.X.Scale == AxisScale.Time
        && model.Series.SelectMany(series => series.X).OfType<DateTime>().Distinct().Take(2).Count() == 1;

    private XAxis AcrossAxis(ChartAxis axis)
    {
        var made = new XAxis
        {
            AutoMargin = Plotly.Blazor.LayoutLib.XAxisLib.AutoMarginFlag.True,
            GridColor = ink.Line,
            ZeroLineColor = ink.Line,
            LineColor = ink.Line,
            Title = new Plotly.Blazor.LayoutLib.XAxisLib.Title { Text = AxisTitle(axis), Font = new() { Size = FontSize } },
            Type = axis.Scale switch
            {
                _ when axis.IsLogarithmic => Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Log,
                AxisScale.Time when !IsOneMoment => Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Date,
                AxisScale.Number => Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Linear,
                _ => Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Category,
            },
        };
        if (axis.Scale == AxisScale.Number)
            (made.TickFormat, made.HoverFormat) = Formats(axis);

        if (Range(axis) is { } range)
            made.Range = range;

        return made;
    }

    private YAxis UpAxis(ChartAxis axis)
    {
        var made = new YAxis
        {
            AutoMargin = Plotly.Blazor.LayoutLib.YAxisLib.AutoMarginFlag.True,
            GridColor = ink.Line,
            ZeroLineColor = ink.Line,
            LineColor = ink.Line,
            Title = new Plotly.Blazor.LayoutLib.YAxisLib.Title { Text = AxisTitle(axis), Font = new() { Size = FontSize } },
            Type = axis.Scale switch
            {
                _ when axis.IsLogarithmic => Plotly.Blazor.LayoutLib.YAxisLib.TypeEnum.Log,
                AxisScale.Time => Plotly.Blazor.LayoutLib.YAxisLib.TypeEnum.Date,
                AxisScale.Number => Plotly.Blazor.LayoutLib.YAxisLib.TypeEnum.Linear,
                _ => Plotly.Blazor.LayoutLib.YAxisLib.TypeEnum.Category,
            },
        };


        if (axis.Scale == AxisScale.Number)
            (made.TickFormat, made.HoverFormat) = Formats(axis);

        // The first row of the answer stands at the top.
        if (Range(axis) is { } range)
            made.Range = axis.IsReversed ? [.. range.Reverse()] : range;
        else if (model.Kind == ChartKind.Bar || axis.IsReversed)
            made.AutoRange = Plotly.Blazor.LayoutLib.YAxisLib.AutoRangeEnum.Reversed;

        return made;
    }

    private static YAxis ShareAxis() => new()
    {
        Overlaying = "y",
        Side = Plotly.Blazor.LayoutLib.YAxisLib.SideEnum.Right,
        Range = [0, 105],
        ShowGrid = false,
        ZeroLine = false,
        TickSuffix = " %",
        AutoMargin = Plotly.Blazor.LayoutLib.YAxisLib.AutoMarginFlag.True,
    };

    private Scatter Share(ChartSeries series, string colour) => new()
    {
        Name = Plain(series.Name),
        X = [.. series.X.Select(At)!],
        Y = [.. series.Y.Select(value => (object?)value)!],
        YAxis = "y2",
        Mode = ModeFlag.Lines | ModeFlag.Markers,
        HoverTemplate = "%{y:.1f} %",
        Line = new Line { Color = colour, Width = 2 },
        Marker = new Marker { Color = colour, Size = 6 },
    };

    private ITrace Trace(ChartSeries series, string colour)
    {
        IList<object> x = [.. series.X.Select(At)!];
        IList<object> y = [.. series.Y.Select((value, i) => IsDashed(series) && series.IsPartial[i] ? null : (object?)value)!];
        var name = Plain(series.Name);
        return model.Kind switch
        {
            ChartKind.Column => new Bar { Name = name, X = x, Y = y, Marker = new() { Color = colour, OpacityArray = Opacities(series) } },
            ChartKind.Bar => new Bar { Name = name, X = y, Y = x, Orientation = BarOrientation.H, Marker = new() { Color = colour } },
            ChartKind.Pie => new Pie
            {
                Name = name,
                Labels = x,
                Values = y,
                Hole = 0.45m,
                Sort = false,
                TextInfo = PieTextInfo.Label | PieTextInfo.Percent,
                Marker = new() { Colors = [.. ink.Series] },
            },
            ChartKind.Scatter => new Scatter { Name = name, X = x, Y = y, Mode = ModeFlag.Markers, Marker = Point(series, colour), HoverTemplate = series.Heat.Count > 0 ? HeatMarks.Hover : null },
            _ => Line(name, x, y, colour, series.X.Count),
        };
    }

    private Marker Point(ChartSeries series, string colour) => series.Heat.Count == 0
        ? new Marker { Color = colour, Size = 7 }
        : HeatMarks.Of(series.Heat, ink, hasScale: ReferenceEquals(series, model.Series[0]));

    private static List<decimal?>? Opacities(ChartSeries series) =>
        series.IsPartial.Count == 0 ? null : [.. series.IsPartial.Select(partial => (decimal?)(partial ? PartialOpacity : 1))];

    // Areas on top of one another have no line of their own to dash.
    private bool IsDashed(ChartSeries series) => series.IsPartial.Count > 0 && model.Kind is ChartKind.Line or ChartKind.Area && model.Stacking == ChartStacking.None;

    // From the last whole step to the one that is not, and back from the first.
    private Scatter Dashes(ChartSeries series, string colour)
    {
        bool IsPartial(int i) => i >= 0 && i < series.IsPartial.Count && series.IsPartial[i];
        return new Scatter
        {
            Name = Plain(series.Name),
            X = [.. series.X.Select(At)!],
            Y = [.. series.Y.Select((value, i) => IsPartial(i - 1) || IsPartial(i) || IsPartial(i + 1) ? (object?)value : null)!],
            Mode = ModeFlag.Lines | ModeFlag.Markers,
            ShowLegend = false,
            HoverInfo = Plotly.Blazor.Traces.ScatterLib.HoverInfoFlag.Skip,
            ConnectGaps = false,
            Line = new Line { Color = colour, Width = 2, Dash = "dot" },
            Marker = new Marker { Color = colour, Size = 4 },
        };
    }

    private Scatter Line(string name, IList<object> x, IList<object> y, string colour, int points)
    {
        var line = new Scatter
        {
            Name = name,
            X = x,
            Y = y,
            Mode = points <= MostMarked ? ModeFlag.Lines | ModeFlag.Markers : ModeFlag.Lines,
            ConnectGaps = false,
            Line = new Line { Color = colour, Width = 2, Shape = LineShape.Linear },
            Marker = new Marker { Color = colour, Size = 4 },
        };
        if (model.Kind == ChartKind.Area)
        {
            line.Fill = model.Stacking == ChartStacking.None ? FillEnum.ToZeroY : FillEnum.ToNextY;
            if (model.Stacking != ChartStacking.None)
            {
                line.StackGroup = "one";
                line.GroupNorm = model.Stacking == ChartStacking.Percent ? GroupNormEnum.Percent : null;
            }
        }

        return line;
    }

    private object? At(object? value) => value switch
    {
        DateTime moment => calendar.ToLocal(moment).ToString(IsOneMoment ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        string text => Plain(text),
        _ => value,
    };

    private string AxisTitle(ChartAxis axis) => Plain(axis.Scale == AxisScale.Time ? $"{axis.Title} ({calendar.ZoneName})" : axis.Title);

    // As D3 writes them; null leaves the digits to Plotly.
    private static (string Tick, string? Hover) Formats(ChartAxis axis) => axis.IsMoney ? ("$,", "$,.2f") : (",", null);

    // An open end is null: Plotly finds it by the data. A logarithmic axis has the powers of ten.
    private static IList<object>? Range(ChartAxis axis)
    {
        var (least, most) = (Bound(axis.Least), Bound(axis.Most));
        return least is null && most is null ? null : [least!, most!];

        object? Bound(double? value) => value switch
        {
            null => null,
            { } number when !axis.IsLogarithmic => number,
            > 0 and { } number => Math.Log10(number),
            _ => null,
        };
    }

    // Plotly reads a little HTML in its texts; what is in the data is text.
    private static string Plain(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
