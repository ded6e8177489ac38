using System.Numerics;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// The discrete Fourier transform of a series of any length: by halves (Cooley and Tukey) where the length is a power of two, else as a
/// convolution of such a length (Bluestein).
/// </summary>
internal static class FourierTransform
{
    /// <summary>X(k) = sum of x(n) e^(-2 pi i k n / N); the inverse has the other sign and divides by N.</summary>
    public static Complex[] Of(Complex[] values, bool isInverse)
    {
        var sign = isInverse ? 1 : -1;
        var result = BitOperations.IsPow2(values.Length) ? Halves(values, sign) : Convolved(values, sign);
        return isInverse ? Array.ConvertAll(result, v => v / values.Length) : result;
    }

    private static Complex[] Halves(Complex[] values, int sign)
    {
        var count = values.Length;
        var result = new Complex[count];
        var bits = BitOperations.Log2((uint)count);
        for (var i = 0; i < count; i++)
        {
            result[Reversed(i, bits)] = values[i];
        }

        for (var half = 1; half < count; half *= 2)
        {
            for (var k = 0; k < half; k++)
            {
                var turn = Turn(sign, k, 2 * half);
                for (var i = k; i < count; i += 2 * half)
                {
                    var odd = turn * result[i + half];
                    result[i + half] = result[i] - odd;
                    result[i] += odd;
                }
            }
        }

        return result;
    }

    private static Complex[] Convolved(Complex[] values, int sign)
    {
        var count = values.Length;
        var padded = (int)BitOperations.RoundUpToPowerOf2((uint)((2 * count) - 1));
        var (left, right) = (new Complex[padded], new Complex[padded]);
        for (long i = 0; i < count; i++)
        {
            // k n = (k^2 + n^2 - (k - n)^2) / 2; the square is taken in whole turns, where it stays exact.
            var chirp = Turn(sign, i * i % (2L * count), 2L * count);
            left[i] = values[i] * chirp;
            right[i] = Complex.Conjugate(chirp);
            if (i > 0)
            {
                right[padded - i] = right[i];
            }
        }

        var (a, b) = (Halves(left, -1), Halves(right, -1));
        var product = Halves([.. a.Zip(b, (x, y) => x * y)], 1);
        return [.. Enumerable.Range(0, count).Select(k => product[k] / padded * Turn(sign, (long)k * k % (2L * count), 2L * count))];
    }

    private static Complex Turn(int sign, long part, long whole)
    {
        if (4 * part % whole == 0)
        {
            // Quarters are exact, so that a series of whole numbers has no noise in them.
            return (4 * part / whole % 4) switch { 0 => 1, 1 => new Complex(0, sign), 2 => -1, _ => new Complex(0, -sign) };
        }

        var (sin, cos) = Math.SinCos(2 * Math.PI * part / whole);
        return new Complex(cos, sign * sin);
    }

    private static int Reversed(int value, int bits)
    {
        var result = 0;
        for (var i = 0; i < bits; i++)
        {
            result = (result << 1) | ((value >> i) & 1);
        }

        return result;
    }
}
