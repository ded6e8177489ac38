using System.Text;

namespace CasinoFloor.Engine.Decoding;

/// <summary>How reading a number went.</summary>
public enum NumberStatus : byte
{
    /// <summary>A number.</summary>
    Ok,

    /// <summary>Not a number's text at all.</summary>
    NotANumber,

    /// <summary>NaN, infinite, or too large for the range of the result.</summary>
    OutOfRange,
}

/// <summary>
/// Reads decimal numbers exactly from their digits, as a whole number of 10^-n: no binary floating point and no
/// <see cref="decimal"/> in between. Samples: <c>1199.99</c>, <c>-0.5</c>, <c>1.2e3</c>, and in strings also <c>+7</c>,
/// <c>007.50</c>, <c>.5</c> and <c>5.</c>.
/// </summary>
public static class DecimalText
{
    // Below this, one more digit still fits in 64 bits; digits past it only matter for rounding.
    private const ulong MantissaLimit = 100_000_000_000_000_000;
    private const int ExponentLimit = 10_000;

    private static readonly ulong[] Powers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>Reads a number as a whole number of 10^-<paramref name="decimals"/>; further digits round half to even.</summary>
    /// <param name="text">The text; nothing may stand before or after the number.</param>
    /// <param name="decimals">How many decimals the result keeps, 0 to 9.</param>
    /// <param name="magnitude">The number without its sign; exact below 10^17, and never below 10^17 when it is not exact.</param>
    /// <param name="negative">Whether it is below zero; also where it rounds to zero.</param>
    public static NumberStatus Read(ReadOnlySpan<byte> text, int decimals, out long magnitude, out bool negative)
    {
        magnitude = 0;
        negative = false;
        var i = 0;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            i = 1;
        }

        var first = i;
        ulong mantissa = 0;
        var scale = decimals;
        var inexact = false;
        for (; i < text.Length && (uint)(text[i] - '0') is var digit && digit <= 9; i++)
        {
            if (mantissa < MantissaLimit)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else
            {
                inexact |= digit != 0;
                scale++;
            }
        }

        var digits = i - first;
        if (i < text.Length && text[i] == '.')
        {
            first = ++i;
            for (; i < text.Length && (uint)(text[i] - '0') is var digit && digit <= 9; i++)
            {
                if (mantissa < MantissaLimit)
                {
                    mantissa = (mantissa * 10) + digit;
                    scale--;
                }
                else
                {
                    inexact |= digit != 0;
                }
            }

            digits += i - first;
        }

        if (digits == 0)
        {
            return IsNonFinite(text) ? NumberStatus.OutOfRange : NumberStatus.NotANumber;
        }

        if (i < text.Length)
        {
            if ((text[i] | 0x20) != 'e' || !TryReadExponent(text[(i + 1)..], out var exponent))
            {
                return NumberStatus.NotANumber;
            }

            scale += exponent;
        }

        negative &= mantissa != 0;
        return Scale(mantissa, scale, inexact, out magnitude);
    }

    private static NumberStatus Scale(ulong mantissa, int scale, bool inexact, out long magnitude)
    {
        magnitude = 0;
        if (mantissa == 0)
        {
            return NumberStatus.Ok;
        }

        if (scale >= 0)
        {
            if (scale >= Powers.Length || Math.BigMul(mantissa, Powers[scale], out var low) != 0 || low > long.MaxValue)
            {
                return NumberStatus.OutOfRange;
            }

            magnitude = (long)low;
            return NumberStatus.Ok;
        }

        if (-scale < Powers.Length)
        {
            var divisor = Powers[-scale];
            var (quotient, remainder) = Math.DivRem(mantissa, divisor);
            var half = divisor / 2;
            if (remainder > half || (remainder == half && (inexact || (quotient & 1) == 1)))
            {
                quotient++;
            }

            magnitude = (long)quotient;
        }

        return NumberStatus.Ok;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            text = text[1..];
        }

        foreach (var symbol in text)
        {
            if (symbol is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            exponent = Math.Min((exponent * 10) + (symbol - '0'), ExponentLimit);
        }

        exponent = negative ? -exponent : exponent;
        return text.Length > 0;
    }

    /// <summary>Whether the text is one of the names that programs write for what is no finite number.</summary>
    internal static bool IsNonFinite(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            text = text[1..];
        }

        return Ascii.EqualsIgnoreCase(text, "nan"u8) || Ascii.EqualsIgnoreCase(text, "inf"u8)
            || Ascii.EqualsIgnoreCase(text, "infinity"u8);
    }
}
