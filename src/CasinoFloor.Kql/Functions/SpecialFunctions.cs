namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Gamma and error functions: the Lanczos approximation (g = 7, nine terms), and for the error functions the incomplete gamma
/// function by series and continued fraction. Relative errors are about 1e-14.
/// </summary>
internal static class SpecialFunctions
{
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    public static double Gamma(double x)
    {
        if (x is > 0 and < 171 && x == Math.Floor(x))
        {
            double product = 1;
            for (var i = 2; i < x; i++)
            {
                product *= i;
            }

            return product;
        }

        if (x <= 0 && x == Math.Floor(x))
        {
            return double.NaN;
        }

        return x < 0.5 ? Math.PI / (Math.Sin(Math.PI * x) * Gamma(1 - x)) : Math.Exp(LogGammaPositive(x));
    }

    public static double LogGamma(double x)
    {
        if (x is 1 or 2)
        {
            return 0;
        }

        if (x <= 0 && x == Math.Floor(x))
        {
            return double.PositiveInfinity;
        }

        return x < 0.5 ? Math.Log(Math.Abs(Math.PI / Math.Sin(Math.PI * x))) - LogGammaPositive(1 - x) : LogGammaPositive(x);
    }

    public static double Erf(double x) => double.IsNaN(x) ? x : x < 0 ? -Erf(-x) : x == 0 ? 0 : x * x < 1.5 ? Series(x * x) : 1 - Fraction(x * x);

    public static double Erfc(double x) => double.IsNaN(x) ? x : x < 0 ? 2 - Erfc(-x) : x * x < 1.5 ? 1 - (x == 0 ? 0 : Series(x * x)) : Fraction(x * x);

    private static double LogGammaPositive(double x)
    {
        x -= 1;
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x + i);
        }

        var t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>The lower incomplete gamma function P(1/2, x) by its series.</summary>
    private static double Series(double x)
    {
        double term = 2, sum = 2;
        for (var n = 1; n < 200 && Math.Abs(term) > Math.Abs(sum) * 1e-17; n++)
        {
            term *= x / (0.5 + n);
            sum += term;
        }

        return sum * Math.Exp(-x) * Math.Sqrt(x) / Math.Sqrt(Math.PI);
    }

    /// <summary>The upper incomplete gamma function Q(1/2, x) by its continued fraction (Lentz).</summary>
    private static double Fraction(double x)
    {
        const double Tiny = 1e-300;
        var b = x + 0.5;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < 500; i++)
        {
            var a = -i * (i - 0.5);
            b += 2;
            d = (a * d) + b;
            d = Math.Abs(d) < Tiny ? Tiny : d;
            c = b + (a / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            d = 1 / d;
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 1e-16)
            {
                break;
            }
        }

        return h * Math.Exp(-x) * Math.Sqrt(x) / Math.Sqrt(Math.PI);
    }
}
