namespace CasinoFloor.Kql.Functions;

/// <summary>A polynomial through points by least squares, with orthogonal columns (modified Gram-Schmidt) for stability.</summary>
internal static class PolynomialFit
{
    private const int MaxDegree = 10;

    /// <summary>rsquare, coefficients from the highest power down, variance, rvariance and the fitted values, as a bag; null when it cannot be done.</summary>
    public static string? Fit(double[] y, double[] x, int degree)
    {
        var n = y.Length;
        if (n < 2 || x.Length != n || degree < 1 || degree > MaxDegree || degree >= n)
        {
            return null;
        }

        var count = degree + 1;
        var columns = Enumerable.Range(0, count).Select(power => x.Select(v => Math.Pow(v, power)).ToArray()).ToArray();
        var upper = new double[count, count];
        var projections = new double[count];
        var rest = y.ToArray();
        for (var j = 0; j < count; j++)
        {
            upper[j, j] = Math.Sqrt(columns[j].Sum(v => v * v));
            if (upper[j, j] == 0)
            {
                return null;
            }

            columns[j] = [.. columns[j].Select(v => v / upper[j, j])];
            projections[j] = Dot(columns[j], rest);
            Subtract(rest, columns[j], projections[j]);
            for (var k = j + 1; k < count; k++)
            {
                upper[j, k] = Dot(columns[j], columns[k]);
                Subtract(columns[k], columns[j], upper[j, k]);
            }
        }

        var coefficients = new double[count];
        for (var j = count - 1; j >= 0; j--)
        {
            var sum = projections[j];
            for (var k = j + 1; k < count; k++)
            {
                sum -= upper[j, k] * coefficients[k];
            }

            coefficients[j] = sum / upper[j, j];
        }

        var fit = x.Select(v => coefficients.Reverse().Aggregate(0.0, (sum, c) => (sum * v) + c)).ToArray();
        var mean = y.Average();
        var (total, residuals) = (y.Sum(v => (v - mean) * (v - mean)), y.Zip(fit, (v, f) => (v - f) * (v - f)).Sum());
        return Json.Write(
        [
            KeyValuePair.Create("rsquare", Json.Number(total == 0 ? 0 : 1 - (residuals / total))),
            KeyValuePair.Create("coefficients", Json.Write(coefficients.Reverse().Select(Json.Number))),
            KeyValuePair.Create("variance", Json.Number(total / (n - 1))), KeyValuePair.Create("rvariance", Json.Number(residuals / (n - 1))),
            KeyValuePair.Create("poly_fit", Json.Write(fit.Select(Json.Number))),
        ]);
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (p, q) => p * q).Sum();

    private static void Subtract(double[] from, double[] column, double factor)
    {
        for (var i = 0; i < from.Length; i++)
        {
            from[i] -= factor * column[i];
        }
    }
}
