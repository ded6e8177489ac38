using System.Numerics;

namespace CasinoFloor.Kql.Functions;

/// <content>Statistics, lines and decompositions of series, as bags whose members the tuple functions take apart.</content>
internal static partial class RuntimeCatalog
{
    /// <summary>A series shorter than this shows no period, as the documentation has it.</summary>
    private const int MinDetectable = 13;

    private static void AddSeriesModels(Action<string, RuntimeFunction> add)
    {
        add("series_stats", a => Numbers(a[0]) is not { Count: > 0 } x ? null
            : At(a, 1) == "true" ? SeriesStatistics.Describe([.. x.Select(v => v is { } n && double.IsFinite(n) ? v : null)])
            : x.TrueForAll(v => v is { } n && double.IsFinite(n)) ? SeriesStatistics.Describe(x) : null);
        add("series_fit_poly", a => Values(a[0]) is { } y && (a.Length > 1 ? Values(a[1]) : [.. Enumerable.Range(1, y.Length).Select(i => (double)i)]) is { } points
            ? PolynomialFit.Fit(y, points, (int)Math.Clamp(Long(At(a, 2)) ?? 1, 0, 100)) : null);
        add("series_seasonal", a => Values(a[0]) is { } y
            ? Json.Write(Decomposition.Season(y, (a.Length > 1 ? Long(a[1]) : -1) is { } period and not -1 ? period : Decomposition.DetectPeriod(y, y.Length < MinDetectable ? 0 : y.Length / 3, 0.7)).Select(Json.Number))
            : null);
        add("series_fft", a => Transform(a, isInverse: false));
        add("series_ifft", a => Transform(a, isInverse: true));
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

    /// <summary>Null unless the parts are numbers throughout, as many of one as of the other, and no more than can be transformed.</summary>
    private static string? Transform(string?[] a, bool isInverse)
    {
        if (Numbers(a[0]) is not { Count: > 0 } real || real.Contains(null) || (a.Length > 1 && (Numbers(a[1]) is not { } imaginary || imaginary.Count != real.Count || imaginary.Contains(null))))
        {
            return null;
        }

        var values = a.Length > 1 ? real.Zip(Numbers(a[1])!, (x, y) => new Complex(x!.Value, y!.Value)) : real.Select(x => new Complex(x!.Value, 0));
        var result = FourierTransform.Of([.. values], isInverse);
        return Json.Write(
        [
            KeyValuePair.Create("real", Json.Write(result.Select(v => Json.Number(v.Real)))),
            KeyValuePair.Create("imag", Json.Write(result.Select(v => Json.Number(v.Imaginary)))),
        ]);
    }

    /// <summary>The series with nulls as the values around them would have it: a gap counts as 0, as in an empty bin.</summary>
    private static double[]? Values(string? json) => Numbers(json)?.Select(v => v ?? 0).ToArray();

    private static Decomposition Decompose(double[] y, string?[] a, int first) =>
        Decomposition.Of(y, Long(At(a, first)) ?? -1, At(a, first + 1) is { Length: > 0 } trend ? trend : "avg", (int)(Long(At(a, first + 2)) ?? 0));
}
