namespace CasinoFloor.Kql.Functions;

/// <summary>Measures of a numeric series.</summary>
internal static class SeriesStatistics
{
    /// <summary>min, min_idx, max, max_idx, avg, stdev, variance, sum, len as a bag; spreads are those of a sample.</summary>
    public static string Describe(IReadOnlyList<double?> series)
    {
        var values = series.OfType<double>().ToList();
        if (values.Count == 0)
        {
            return "{}";
        }

        var (min, max, mean) = (values.Min(), values.Max(), values.Average());
        var variance = values.Count > 1 ? values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1) : 0;
        int Index(double wanted) => Enumerable.Range(0, series.Count).First(i => series[i] is { } v && v.Equals(wanted));
        return Json.Write(
        [
            KeyValuePair.Create("min", Json.Number(min)), KeyValuePair.Create("min_idx", $"{Index(min)}"), KeyValuePair.Create("max", Json.Number(max)),
            KeyValuePair.Create("max_idx", $"{Index(max)}"), KeyValuePair.Create("avg", Json.Number(mean)), KeyValuePair.Create("stdev", Json.Number(Math.Sqrt(variance))),
            KeyValuePair.Create("variance", Json.Number(variance)), KeyValuePair.Create("sum", Json.Number(values.Sum())), KeyValuePair.Create("len", $"{series.Count}"),
        ]);
    }

    /// <summary>
    /// Outlier scores after Tukey: 0 between the two percentiles, beyond them the distance in units of their range. The custom test uses
    /// the 10th and 90th percentiles and is scaled so that normal noise scores the same as with quartiles.
    /// </summary>
    public static double[] TukeyScores(IReadOnlyList<double> series, double lowPercentile, double highPercentile, int testPoints)
    {
        var training = series.Take(Math.Max(1, series.Count - testPoints)).Where(double.IsFinite).Order().ToArray();
        if (training.Length == 0)
        {
            return new double[series.Count];
        }

        var (low, high) = (Quantile(training, lowPercentile / 100), Quantile(training, highPercentile / 100));
        var range = high - low;
        return [.. series.Select(v => range <= 0 ? 0 : v > high ? (v - high) / range : v < low ? (v - low) / range : 0)];
    }

    /// <summary>A quantile with linear interpolation between neighbours.</summary>
    public static double Quantile(double[] sorted, double fraction)
    {
        var position = fraction * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}

/// <summary>A straight line through a series by least squares.</summary>
internal sealed record LineFit(double RSquare, double Slope, double Variance, double ResidualVariance, double Interception, double[] Line)
{
    public static LineFit Fit(IReadOnlyList<double> y)
    {
        var n = y.Count;
        double meanX = (n - 1) / 2.0, meanY = y.Average(), xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < n; i++)
        {
            xy += (i - meanX) * (y[i] - meanY);
            xx += (i - meanX) * (i - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }

        var slope = xx == 0 ? 0 : xy / xx;
        var interception = meanY - (slope * meanX);
        var line = Enumerable.Range(0, n).Select(i => interception + (slope * i)).ToArray();
        var residuals = line.Zip(y, (f, v) => (v - f) * (v - f)).Sum();

        // The engine counts positions from 1 where the line meets the axis, and divides by n - 1.
        var degrees = Math.Max(1, n - 1);
        return new LineFit(yy == 0 ? 0 : 1 - (residuals / yy), slope, yy / degrees, residuals / degrees, interception - slope, line);
    }

    public string ToJson() => Json.Write(
    [
        KeyValuePair.Create("rsquare", Json.Number(RSquare)), KeyValuePair.Create("slope", Json.Number(Slope)), KeyValuePair.Create("variance", Json.Number(Variance)),
        KeyValuePair.Create("rvariance", Json.Number(ResidualVariance)), KeyValuePair.Create("interception", Json.Number(Interception)),
        KeyValuePair.Create("line_fit", Json.Write(Line.Select(Json.Number))),
    ]);
}
