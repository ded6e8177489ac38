using System.Globalization;
using System.Numerics;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <content>Arithmetic that DuckDB does otherwise, and mathematics that raises errors there.</content>
internal static partial class RuntimeCatalog
{
    private static void AddNumbers(Action<string, RuntimeFunction> add)
    {
        add("real_mod", a => Real(a[0]) is { } x && Real(a[1]) is { } y ? Text(NotNegative(x % y, y)) : null);
        add("decimal_multiply", a => Decimals(a, (x, y) => x * y));
        add("decimal_divide", a => Decimals(a, (x, y) => y == 0 ? null : x / y));
        add("decimal_mod", a => Decimals(a, (x, y) => y == 0 ? null : NotNegative(x % y, y)));
        add("decimal_bin", a => Literals.TryDecimal(a[2] ?? "", out var origin) ? Decimals(a, (x, y) => y <= 0 ? null : (Math.Floor((x - origin) / y) * y) + origin) : null);
        add("round", a => Real(a[0]) is { } x && Long(a[1]) is { } digits ? Text(Round(x, digits)) : null);
        One("cot", x => 1 / Math.Tan(x));
        One("gamma", SpecialFunctions.Gamma);
        One("loggamma", SpecialFunctions.LogGamma);
        One("erf", SpecialFunctions.Erf);
        One("erfc", SpecialFunctions.Erfc);
        Three("beta_cdf", (x, a, b) => BetaFunctions.Cdf(x, a, b));
        Three("beta_pdf", (x, a, b) => BetaFunctions.Pdf(x, a, b));
        Three("beta_inv", BetaFunctions.Inverse);
        add("welch_test", a => a.Select(Real).ToList() is var v && !v.Contains(null)
            ? Text(BetaFunctions.Welch(v[0]!.Value, v[1]!.Value, v[2]!.Value, v[3]!.Value, v[4]!.Value, v[5]!.Value)) : null);
        add("binary_shift_left", a => Long(a[0]) is { } x && Long(a[1]) is { } n ? Text(x << (int)(n & 63)) : null);
        add("binary_shift_right", a => Long(a[0]) is { } x && Long(a[1]) is { } n ? Text(x >> (int)(n & 63)) : null);
        add("tohex", a => Hex(Long(a[0]), At(a, 1)));
        add("tohex_int", a => Hex(Long(a[0]) is { } x ? unchecked((uint)x) : null, At(a, 1)));
        add("weighted_percentile", a => WeightedPercentile(a[0], Real(a[1]) ?? 0));

        void Three(string name, Func<double, double, double, double?> function) =>
            add(name, a => Real(a[0]) is { } x && Real(a[1]) is { } y && Real(a[2]) is { } z ? Text(function(x, y, z)) : null);

        void One(string name, Func<double, double> function) => add("math_" + name, a => Real(a[0]) is { } x ? Text(function(x)) : null);
    }

    private static string? Hex(long? value, string? digits) =>
        value?.ToString("x", CultureInfo.InvariantCulture).PadLeft((int)Math.Clamp(Long(digits) ?? 0, 0, 16), '0');

    private static string? Decimals(string?[] a, Func<decimal, decimal, decimal?> function)
    {
        if (a[0] is null || a[1] is null || !Literals.TryDecimal(a[0]!, out var x) || !Literals.TryDecimal(a[1]!, out var y))
        {
            return null;
        }

        try
        {
            return function(x, y) is { } result ? decimal.Round(result, 18).ToString(CultureInfo.InvariantCulture) : null;
        }
        catch (OverflowException)
        {
            // What does not fit into a decimal has no value.
            return null;
        }
    }

    /// <summary>The remainder of a division as the language has it: from 0 up to the size of the divisor, whatever their signs.</summary>
    private static T NotNegative<T>(T remainder, T divisor)
        where T : INumber<T> => remainder + (remainder < T.Zero ? T.Abs(divisor) : T.Zero);

    private static double Round(double x, long digits)
    {
        if (!double.IsFinite(x) || digits > 15)
        {
            return x;
        }

        if (digits >= 0)
        {
            return Math.Round(x, (int)digits, MidpointRounding.AwayFromZero);
        }

        if (digits < -308)
        {
            return 0;
        }

        var scale = Math.Pow(10, -digits);
        return Math.Round(x / scale, MidpointRounding.AwayFromZero) * scale;
    }

    /// <summary>Nearest rank over "value weight" pairs.</summary>
    private static string? WeightedPercentile(string? pairs, double fraction)
    {
        if (pairs is null)
        {
            return null;
        }

        var items = pairs.Split(',').Select(p => p.Split(' ')).Where(p => p.Length == 2)
            .Select(p => (Value: p[0], Number: Real(p[0]) ?? 0, Weight: Real(p[1]) ?? 0)).Where(p => p.Weight > 0).OrderBy(p => p.Number).ToList();
        var rank = fraction * items.Sum(i => i.Weight);
        double sum = 0;
        foreach (var item in items)
        {
            sum += item.Weight;
            if (sum >= rank)
            {
                return item.Value;
            }
        }

        return items.Count == 0 ? null : items[^1].Value;
    }
}
