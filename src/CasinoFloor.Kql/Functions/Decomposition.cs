namespace CasinoFloor.Kql.Functions;

/// <summary>
/// A series as seasonal part + trend + residual. The season is the mean of each phase of the period, around 0; the trend is the mean
/// (<c>avg</c>), a line (<c>linefit</c>) or nothing (<c>none</c>). Without a given period the lag with the highest autocorrelation
/// above 0.6 is taken.
/// </summary>
internal sealed record Decomposition(double[] Baseline, double[] Seasonal, double[] Trend, double[] Residual)
{
    public static Decomposition Of(double[] y, long period, string trendKind, int testPoints)
    {
        var training = y[..Math.Max(1, y.Length - Math.Max(0, testPoints))];
        var length = period switch { -1 => DetectPeriod(training), <= 0 => 0, _ => (int)Math.Min(period, int.MaxValue) };
        var trend = TrendOf(training, y.Length, trendKind);
        var seasonal = new double[y.Length];
        if (length > 1 && length <= training.Length / 2)
        {
            var phases = new double[length];
            for (var phase = 0; phase < length; phase++)
            {
                double sum = 0;
                var count = 0;
                for (var i = phase; i < training.Length; i += length, count++)
                {
                    sum += training[i] - trend[i];
                }

                phases[phase] = sum / count;
            }

            var mean = phases.Average();
            for (var i = 0; i < y.Length; i++)
            {
                seasonal[i] = phases[i % length] - (trendKind == "none" ? 0 : mean);
            }
        }

        var baseline = trend.Zip(seasonal, (t, s) => t + s).ToArray();
        return new Decomposition(baseline, seasonal, trend, [.. y.Zip(baseline, (v, b) => v - b)]);
    }

    public string ToJson() => Json.Write(
    [
        KeyValuePair.Create("baseline", Json.Write(Baseline.Select(Json.Number))), KeyValuePair.Create("seasonal", Json.Write(Seasonal.Select(Json.Number))),
        KeyValuePair.Create("trend", Json.Write(Trend.Select(Json.Number))), KeyValuePair.Create("residual", Json.Write(Residual.Select(Json.Number))),
    ]);

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

    private static int DetectPeriod(double[] y)
    {
        var mean = y.Average();
        var energy = y.Sum(v => (v - mean) * (v - mean));
        var (best, score) = (0, 0.6);
        for (var lag = 2; lag <= y.Length / 2 && energy > 0; lag++)
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
