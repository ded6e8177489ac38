using System.Globalization;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <content>Arithmetic that DuckDB does otherwise, and mathematics that raises errors there.</content>
internal static partial class RuntimeCatalog
{
    private static void AddNumbers(Action<string, RuntimeFunction> add)
    {
        add("real_mod", a => Real(a[0]) is { } x && Real(a[1]) is { } y ? Text(((x % y) + Math.Abs(y)) % Math.Abs(y)) : null);
        add("decimal_multiply", a => Decimals(a, (x, y) => x * y));
        add("decimal_divide", a => Decimals(a, (x, y) => y == 0 ? null : x / y));
        add("decimal_mod", a => Decimals(a, (x, y) => y == 0 ? null : ((x % y) + Math.Abs(y)) % Math.Abs(y)));
        add("decimal_bin", a => Literals.TryDecimal(a[2] ?? "", out var origin) ? Decimals(a, (x, y) => y <= 0 ? null : (Math.Floor((x - origin) / y) * y) + origin) : null);
        add("round", a => Real(a[0]) is { } x && Long(a[1]) is { } digits ? Text(Round(x, digits)) : null);
        One("exp", Math.Exp);
        One("exp2", x => Math.Pow(2, x));
        One("exp10", x => Math.Pow(10, x));
        One("sin", Math.Sin);
        One("cos", Math.Cos);
        One("tan", Math.Tan);
        One("asin", Math.Asin);
        One("acos", Math.Acos);
        One("atan", Math.Atan);
        One("cot", x => 1 / Math.Tan(x));
        One("degrees", x => x * 180 / Math.PI);
        One("radians", x => x * Math.PI / 180);
        One("gamma", SpecialFunctions.Gamma);
        One("loggamma", SpecialFunctions.LogGamma);
        One("erf", SpecialFunctions.Erf);
        One("erfc", SpecialFunctions.Erfc);
        add("math_atan2", a => Real(a[0]) is { } y && Real(a[1]) is { } x ? Text(Math.Atan2(y, x)) : null);
        add("math_pow", a => Real(a[0]) is { } x && Real(a[1]) is { } y ? Text(Math.Pow(x, y)) : null);
        add("binary_shift_left", a => Long(a[0]) is { } x && Long(a[1]) is { } n ? Text(x << (int)(n & 63)) : null);
        add("binary_shift_right", a => Long(a[0]) is { } x && Long(a[1]) is { } n ? Text(x >> (int)(n & 63)) : null);
        add("tohex", a => Long(a[0]) is { } x ? x.ToString("x", CultureInfo.InvariantCulture).PadLeft((int)Math.Clamp(Long(At(a, 1)) ?? 0, 0, 64), '0') : null);
        add("weighted_percentile", a => WeightedPercentile(a[0], Real(a[1]) ?? 0));

        void One(string name, Func<double, double> function) => add("math_" + name, a => Real(a[0]) is { } x ? Text(function(x)) : null);
    }

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
