namespace CasinoFloor.Kql.Functions;

/// <content>Statistics, lines and decompositions of series, as bags whose members the tuple functions take apart.</content>
internal static partial class RuntimeCatalog
{
    private static void AddSeriesModels(Action<string, RuntimeFunction> add)
    {
        add("series_stats", a => Numbers(a[0]) is not { Count: > 0 } x ? null
            : At(a, 1) == "true" ? SeriesStatistics.Describe([.. x.Select(v => v is { } n && double.IsFinite(n) ? v : null)])
            : x.TrueForAll(v => v is { } n && double.IsFinite(n)) ? SeriesStatistics.Describe(x) : null);
        add("series_fit_poly", a => Values(a[0]) is { } y && (a.Length > 1 ? Values(a[1]) : [.. Enumerable.Range(1, y.Length).Select(i => (double)i)]) is { } points
            ? PolynomialFit.Fit(y, points, (int)Math.Clamp(Long(At(a, 2)) ?? 1, 0, 100)) : null);
        add("series_seasonal", a => Values(a[0]) is { } y && Long(a[1]) is { } period ? Json.Write(Decomposition.Season(y, period).Select(Json.Number)) : null);
        add("series_fit_line", a => Values(a[0]) is { Length: > 0 } y ? LineFit.Fit(y).ToJson() : null);
        add("series_outliers", a =>
        {
            var isCustom = !string.Equals(At(a, 1), "tukey", StringComparison.OrdinalIgnoreCase) && At(a, 1) is not (null or "");
            return Values(a[0]) is { } y
                ? Json.Write(SeriesStatistics.TukeyScores(y, isCustom ? Real(At(a, 3)) ?? 10 : Real(At(a, 3)) ?? 25, isCustom ? Real(At(a, 4)) ?? 90 : Real(At(a, 4)) ?? 75, (int)(Long(At(a, 5)) ?? 0)).Select(Json.Number))
                : null;
        });
        add("series_decompose", a => Values(a[0]) is { Length: > 0 } y ? Decompose(y, a, 1).ToJson() : null);
        add("series_decompose_anomalies", a =>
        {
            if (Values(a[0]) is not { Length: > 0 } y)
            {
                return null;
            }

            var threshold = Real(At(a, 1)) ?? 1.5;
            var model = Decompose(y, a, 2);
            var test = (int)(Long(At(a, 4)) ?? 0);
            var (low, high) = At(a, 5) == "tukey" ? (25.0, 75.0) : (10.0, 90.0);
            var scores = SeriesStatistics.TukeyScores(model.Residual, low, high, test);
            return Json.Write(
            [
                KeyValuePair.Create("ad_flag", Json.Write(scores.Select(s => s > threshold ? "1" : s < -threshold ? "-1" : "0"))),
                KeyValuePair.Create("ad_score", Json.Write(scores.Select(Json.Number))),
                KeyValuePair.Create("baseline", Json.Write(model.Baseline.Select(Json.Number))),
            ]);
        });
    }

    /// <summary>The series with nulls as the values around them would have it: a gap counts as 0, as in an empty bin.</summary>
    private static double[]? Values(string? json) => Numbers(json)?.Select(v => v ?? 0).ToArray();

    private static Decomposition Decompose(double[] y, string?[] a, int first) =>
        Decomposition.Of(y, Long(At(a, first)) ?? -1, At(a, first + 1) is { Length: > 0 } trend ? trend : "avg", (int)(Long(At(a, first + 2)) ?? 0));
}
