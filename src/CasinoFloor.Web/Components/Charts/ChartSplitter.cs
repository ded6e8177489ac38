using System.Globalization;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>Deals the points of an answer to their series.</summary>
internal static class ChartSplitter
{
    private const string Unnamed = "–";

    /// <summary>The series in order of appearance: one for each column of values and each combination of the series columns' values.</summary>
    public static IReadOnlyList<ChartSeries> Split(SeriesRows rows, ChartColumns columns)
    {
        var scale = Scale(rows.Columns[columns.X].Type);
        var (complete, heat) = (ChartColumns.CompleteOf(rows.Columns), ChartColumns.HeatOf(rows.Columns));
        var byName = new Dictionary<string, Building>(StringComparer.Ordinal);
        var order = new List<Building>();
        for (var i = 0; i < rows.Rows.Count; i++)
        {
            var row = rows.Rows[i];
            var split = string.Join(", ", columns.Series.Select(column => Word(row[column])));
            var x = X(row[columns.X], scale);
            foreach (var y in columns.Y)
            {
                var name = Name(split, columns.Y.Count > 1 || split.Length == 0 ? ChartText.Name(rows.Columns[y].Name) : "");
                if (!byName.TryGetValue(name, out var series))
                    order.Add(byName[name] = series = new Building(name));

                series.X.Add(x);
                series.Y.Add(Number(row[y]));
                series.Rows.Add(rows.Sources[i]);
                series.IsPartial.Add(complete >= 0 && row[complete] is false);
                series.Heat.Add(heat >= 0 ? Number(row[heat]) : null);
            }
        }

        return [.. order.Select(series => series.Finish(scale))];
    }

    /// <summary>What an axis of a type measures.</summary>
    public static AxisScale Scale(KqlType type) => type switch
    {
        KqlType.DateTime => AxisScale.Time,
        KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal => AxisScale.Number,
        _ => AxisScale.Category,
    };

    /// <summary>A value to draw; null for none and for what is no finite number. A duration is in seconds.</summary>
    public static double? Number(object? value) => value switch
    {
        double number => double.IsFinite(number) ? number : null,
        long number => number,
        int number => number,
        decimal number => (double)number,
        TimeSpan span => span.TotalSeconds,
        _ => null,
    };

    private static string Name(string split, string column) => (split, column) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => $"{split}: {column}",
        ({ Length: > 0 }, _) => split,
        _ => column,
    };

    private static object? X(object? value, AxisScale scale) => scale switch
    {
        AxisScale.Time => value,
        AxisScale.Number => Number(value),
        _ => Word(value),
    };

    private static string Word(object? value) => value switch
    {
        null or "" => Unnamed,
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? Unnamed,
    };

    private sealed class Building(string name)
    {
        public List<object?> X { get; } = [];

        public List<double?> Y { get; } = [];

        public List<int> Rows { get; } = [];

        public List<bool> IsPartial { get; } = [];

        public List<double?> Heat { get; } = [];

        // A line goes from left to right, in whatever order the rows come.
        public ChartSeries Finish(AxisScale scale)
        {
            int[] order = scale == AxisScale.Category
                ? [.. Enumerable.Range(0, X.Count)]
                : [.. Enumerable.Range(0, X.Count).Where(i => X[i] is not null).OrderBy(i => X[i])];
            return new ChartSeries(name, [.. order.Select(i => X[i])], [.. order.Select(i => Y[i])], [.. order.Select(i => Rows[i])])
            {
                IsPartial = IsPartial.Contains(true) ? [.. order.Select(i => IsPartial[i])] : [],
                Heat = Heat.Exists(score => score is not null) ? [.. order.Select(i => Heat[i])] : [],
            };
        }
    }
}
