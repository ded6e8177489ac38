namespace CasinoFloor.Kql.Functions;

/// <summary>
/// The beta distribution and what rests on it. The regularised incomplete beta function is worked out by its continued fraction
/// (Lentz's method), to about 1e-14.
/// </summary>
internal static class BetaFunctions
{
    private const double Tiny = 1e-300;

    /// <summary>The cumulative distribution; NaN outside 0 to 1 and for shapes that are not in (0, 10000].</summary>
    public static double Cdf(double x, double alpha, double beta) =>
        !(x >= 0 && x <= 1) || !IsShape(alpha) || !IsShape(beta) ? double.NaN : Incomplete(x, alpha, beta);

    /// <summary>The density; NaN outside 0 to 1 and for shapes that are not positive.</summary>
    public static double Pdf(double x, double alpha, double beta) => !(x > 0 && x < 1) || !(alpha > 0) || !(beta > 0)
        ? double.NaN
        : Math.Exp(((alpha - 1) * Math.Log(x)) + ((beta - 1) * Math.Log(1 - x)) - LogBeta(alpha, beta));

    /// <summary>The value whose cumulative probability is given; null when it is above 1 or not above 0, NaN for shapes that are not positive.</summary>
    public static double? Inverse(double probability, double alpha, double beta)
    {
        if (!(alpha > 0) || !(beta > 0))
        {
            return double.NaN;
        }

        if (!(probability > 0 && probability <= 1))
        {
            return null;
        }

        double low = 0, high = 1;
        for (var i = 0; i < 200 && high - low > double.Epsilon; i++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = Incomplete(middle, alpha, beta) < probability ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The two-sided probability of Welch's test that two samples have the same mean.</summary>
    public static double Welch(double mean1, double variance1, double count1, double mean2, double variance2, double count2)
    {
        var (a, b) = (variance1 / count1, variance2 / count2);
        var square = (mean1 - mean2) * (mean1 - mean2) / (a + b);
        var degrees = (a + b) * (a + b) / ((a * a / (count1 - 1)) + (b * b / (count2 - 1)));
        return Incomplete(degrees / (degrees + square), degrees / 2, 0.5);
    }

    private static bool IsShape(double value) => value is > 0 and <= 10_000;

    private static double LogBeta(double a, double b) => SpecialFunctions.LogGamma(a) + SpecialFunctions.LogGamma(b) - SpecialFunctions.LogGamma(a + b);

    private static double Incomplete(double x, double a, double b)
    {
        if (x <= 0 || x >= 1 || double.IsNaN(x))
        {
            return x;
        }

        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - LogBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        double c = 1, d = 1 / Guard(1 - ((a + b) * x / (a + 1))), h = d;
        for (var m = 1; m < 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Guard(1 + (even * d));
            c = Guard(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Guard(1 + (odd * d));
            c = Guard(1 + (odd / c));
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 1e-16)
            {
                break;
            }
        }

        return h;
    }

    private static double Guard(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
