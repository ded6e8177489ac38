using System.Globalization;
using System.Numerics;
using System.Text;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Text of real numbers as the engine writes it: the digits of the upper end of the interval that rounds to the number, cut off as soon
/// as they lie within that interval (the digit generation of Grisu2 without its last correction). So 0.1 is <c>0.1</c>, but
/// 0.1 + 0.2 is <c>0.30000000000000007</c>.
/// </summary>
internal static class RealText
{
    public static string Format(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "inf" : "-inf";
        }

        var sign = double.IsNegative(value) ? "-" : "";
        if (value == 0)
        {
            return sign + "0.0";
        }

        var (digits, exponent) = Digits(Math.Abs(value));
        return sign + Place(digits, exponent);
    }

    /// <summary>The fewest digits that mean a finite number, placed like those of <see cref="Format"/>; quicker, and JSON as well.</summary>
    public static string Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (!text.Contains('E', StringComparison.Ordinal))
        {
            return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
        }

        var parts = text.TrimStart('-').Split('E');
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        return (value < 0 ? "-" : "") + Place(digits, int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Digits d1d2... and the exponent e of d1.d2... x 10^e.</summary>
    private static (string Digits, int Exponent) Digits(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        var power = (biased == 0 ? 1 : biased) - 1075;

        // high = (2m + 1) / 2 ulp above, width of the interval; all scaled by 4 to stay whole.
        BigInteger high = (((BigInteger)mantissa << 1) + 1) << 1;
        BigInteger low = fraction == 0 && biased > 1 ? ((BigInteger)mantissa << 2) - 1 : (((BigInteger)mantissa << 1) - 1) << 1;
        BigInteger scale = 4;
        if (power >= 0)
        {
            high <<= power;
            low <<= power;
        }
        else
        {
            scale <<= -power;
        }

        var exponent = (int)Math.Floor(Math.Log10(value));
        if (exponent >= 0)
        {
            scale *= BigInteger.Pow(10, exponent);
        }
        else
        {
            high *= BigInteger.Pow(10, -exponent);
            low *= BigInteger.Pow(10, -exponent);
        }

        while (high >= scale * 10)
        {
            scale *= 10;
            exponent++;
        }

        while (high < scale)
        {
            high *= 10;
            low *= 10;
            exponent--;
        }

        var width = high - low;
        var digits = new StringBuilder();
        var rest = high;
        do
        {
            var digit = BigInteger.DivRem(rest, scale, out rest);
            digits.Append((char)('0' + (int)digit));
            if (rest < width)
            {
                break;
            }

            rest *= 10;
            width *= 10;
        }
        while (digits.Length < 18);
        return (digits.ToString().TrimEnd('0') is { Length: > 0 } text ? text : "0", exponent);
    }

    private static string Place(string digits, int exponent)
    {
        if (exponent is >= 0 and < 21)
        {
            return digits.Length <= exponent + 1
                ? digits.PadRight(exponent + 1, '0') + ".0"
                : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
        }

        if (exponent is < 0 and > -7)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }

        var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
        return mantissa + "e" + exponent.ToString(CultureInfo.InvariantCulture);
    }
}
