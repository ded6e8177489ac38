using System.Globalization;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>Makes a chart of an answer and what its <c>render</c> asks for.</summary>
public static class ChartBuilder
{
    /// <summary>How many points a browser draws without a stop; with more there is no chart.</summary>
    public const int MostPoints = 20_000;

    /// <summary>How many series a reader can tell apart; with more the largest are drawn.</summary>
    public const int MostSeries = 40;

    /// <summary>Makes the chart. What cannot be drawn is a <see cref="ChartKind.Table"/> with a note that says why.</summary>
    /// <param name="table">The answer.</param>
    /// <param name="visualization">What <c>render</c> asks for; null without one.</param>
    /// <param name="money">Names of the columns that are amounts of money; null for none.</param>
    public static ChartModel Build(KqlResultTable table, KqlVisualization? visualization, IReadOnlyCollection<string>? money = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (visualization is null)
            return new ChartModel(ChartKind.Table);

        var request = new ChartRequest(visualization);
        if (request.Kind is not { } kind)
            return Without($"A {request.Name} is not drawn here; the answer stands below.");

        if (kind == ChartKind.Table || table.Rows.Count == 0)
            return new ChartModel(ChartKind.Table) { Title = request.Text("title") };

        if (kind == ChartKind.Card)
            return Card(table, request, money ?? []);

        if (SeriesRows.Of(table, MostPoints) is not { } rows)
            return Without(string.Create(CultureInfo.InvariantCulture, $"The answer has more than {MostPoints:N0} points, too many for a chart. A shorter window or longer steps give one."));

        var (columns, problem) = ChartColumns.Choose(rows.Columns, request);
        return columns is null ? Without(problem) : Draw(kind, rows, columns, request, money ?? []);
    }

    private static ChartModel Draw(ChartKind kind, SeriesRows rows, ChartColumns columns, ChartRequest request, IReadOnlyCollection<string> money)
    {
        var series = ChartSplitter.Split(rows, columns);
        var note = "";
        if (series.Count > MostSeries)
        {
            note = string.Create(CultureInfo.InvariantCulture, $"The {MostSeries} largest of {series.Count:N0} series are drawn; all stand below.");
            var largest = series.OrderByDescending(one => one.Y.Sum(value => Math.Abs(value ?? 0))).Take(MostSeries).ToHashSet();
            series = [.. series.Where(largest.Contains)];
        }

        if (series.Any(one => one.IsPartial.Count > 0))
            note = string.Join(' ', new[] { note, $"{(kind is ChartKind.Line or ChartKind.Area ? "Dashed" : "Paler")}: not a whole step, because the time asked for begins or ends within it." }.Where(text => text.Length > 0));

        var x = rows.Columns[columns.X];
        var isHeated = series.Any(one => one.Heat.Count > 0);
        var isPlan = x.Name == ChartColumns.Rightwards && columns.Y is [var down] && rows.Columns[down].Name == ChartColumns.Downwards;
        var bulk = isPlan ? PlaceRange.Of(Places(series)) : null;
        if (bulk is { Outside: var outside })
            note = string.Join(' ', new[] { note, string.Create(CultureInfo.InvariantCulture, $"{outside:N0} {(outside == 1 ? "machine stands" : "machines stand")} far from the others, outside the picture. A double click into the picture shows all.") }.Where(text => text.Length > 0));

        return new ChartModel(kind)
        {
            Title = request.Text("title"),
            X = new ChartAxis(request.Text("xtitle") is { Length: > 0 } xTitle ? xTitle : ChartText.Name(x.Name), ChartSplitter.Scale(x.Type))
            {
                Least = bulk?.Left,
                Most = bulk?.Right,
                IsLogarithmic = request.IsLogarithmic("xaxis"),
            },
            Y = new ChartAxis(YTitle(rows, columns, request), AxisScale.Number)
            {
                Least = request.Number("ymin") ?? bulk?.Top,
                Most = request.Number("ymax") ?? bulk?.Bottom,
                IsLogarithmic = request.IsLogarithmic("yaxis"),
                IsMoney = columns.Y.All(y => money.Contains(rows.Columns[y].Name)),
                IsReversed = columns.Y is [var y] && rows.Columns[y].Name == ChartColumns.Downwards,
            },
            Stacking = request.Stacking,
            HasLegend = request.HasLegend && !isHeated && (series.Count > 1 || kind == ChartKind.Pie),
            Series = series,
            Note = note,
        };
    }

    private static List<(double X, double Y)> Places(IReadOnlyList<ChartSeries> series) =>
    [
        .. series.SelectMany(one => one.X.Zip(one.Y)).Where(place => place.First is double && place.Second is not null)
            .Select(place => ((double)place.First!, place.Second!.Value)),
    ];

    private static string YTitle(SeriesRows rows, ChartColumns columns, ChartRequest request)
    {
        if (request.Text("ytitle") is { Length: > 0 } given)
            return given;

        return columns.Y is [var only]
            ? ChartText.Name(rows.Columns[only].Name) + (rows.Columns[only].Type == KqlType.TimeSpan ? " (s)" : "")
            : "";
    }

    private static ChartModel Card(KqlResultTable table, ChartRequest request, IReadOnlyCollection<string> money) => new(ChartKind.Card)
    {
        Title = request.Text("title"),
        Series =
        [
            .. table.Columns.Index()
                .Where(column => ChartColumns.IsNumber(column.Item.Type))
                .Select(column => new ChartSeries(ChartText.Name(column.Item.Name), [null], [ChartSplitter.Number(table.Rows[0][column.Index])], [0]) { IsMoney = money.Contains(column.Item.Name) }),
        ],
    };

    private static ChartModel Without(string why) => new(ChartKind.Table) { Note = why };
}
