namespace CasinoFloor.Kql.Functions;

/// <summary>
/// A series as seasonal part + trend + residual, in the order that the documentation of the language gives: the season is the median of each
/// phase of the period; the trend of what is left is its mean (<c>avg</c>), a line (<c>linefit</c>) or nothing (<c>none</c>). Without a given period the lag with the highest autocorrelation
/// above 0.6 is taken.
/// </summary>
internal sealed record Decomposition(double[] Baseline, double[] Seasonal, double[] Trend, double[] Residual)
{
    public static Decomposition Of(double[] y, long period, string trendKind, int testPoints)
    {
        var training = y[..Math.Max(1, y.Length - Math.Max(0, testPoints))];
        var length = period switch { -1 => DetectPeriod(training, training.Length / 2, 0.6), <= 0 => 0, _ => (int)Math.Min(period, int.MaxValue) };
        var seasonal = new double[y.Length];
        if (length > 1 && length <= training.Length / 2)
        {
            var phases = Enumerable.Range(0, length).Select(phase => Median(training, phase, length)).ToArray();
            seasonal = [.. y.Select((_, i) => phases[i % length])];
        }

        var trend = TrendOf([.. training.Zip(seasonal, (v, s) => v - s)], y.Length, trendKind);
        var baseline = trend.Zip(seasonal, (t, s) => t + s).ToArray();
        return new Decomposition(baseline, seasonal, trend, [.. y.Zip(baseline, (v, b) => v - b)]);
    }

    public string ToJson() => Json.Write(
    [
        KeyValuePair.Create("baseline", Json.Write(Baseline.Select(Json.Number))), KeyValuePair.Create("seasonal", Json.Write(Seasonal.Select(Json.Number))),
        KeyValuePair.Create("trend", Json.Write(Trend.Select(Json.Number))), KeyValuePair.Create("residual", Json.Write(Residual.Select(Json.Number))),
    ]);

    /// <summary>For each place in the period the median of the values there; zeros when there is no period.</summary>
    public static IEnumerable<double> Season(double[] y, long period) =>
        y.Select((_, i) => period <= 0 ? 0 : Median(y, (int)(i % period), period));

    private static double Median(double[] y, int phase, long period) =>
        SeriesStatistics.Quantile([.. Enumerable.Range(0, y.Length).Where(i => i % period == phase).Select(i => y[i]).Order()], 0.5);

    private static double[] TrendOf(double[] training, int count, string kind)
    {
        switch (kind)
        {
            case "linefit":
                var line = LineFit.Fit(training);
                return [.. Enumerable.Range(0, count).Select(i => line.Interception + (line.Slope * (i + 1)))];
            case "none":
                return new double[count];
            default:
                return [.. Enumerable.Repeat(training.Average(), count)];
        }
    }

    /// <summary>The lag up to a longest with the highest autocorrelation above a threshold; 0 when there is none.</summary>
    public static int DetectPeriod(double[] y, int longest, double threshold)
    {
        var mean = y.Length == 0 ? 0 : y.Average();
        var energy = y.Sum(v => (v - mean) * (v - mean));
        var (best, score) = (0, threshold);
        for (var lag = 2; lag <= longest && energy > 0; lag++)
        {
            double sum = 0;
            for (var i = lag; i < y.Length; i++)
            {
                sum += (y[i] - mean) * (y[i - lag] - mean);
            }

            var correlation = sum / energy * y.Length / (y.Length - lag);
            if (correlation > score + 0.01)
            {
                (best, score) = (lag, correlation);
            }
        }

        return best;
    }
}
