using System.Text;

namespace CasinoFloor.Kql.Functions;

/// <summary>Punycode, RFC 3492: letters beyond ASCII as a suffix of ASCII letters and digits, <c>académie</c> as <c>acadmie-gya</c>.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int FirstBias = 72;
    private const int FirstCode = 128;
    private const int MaxLength = 65_536;

    /// <summary>Encodes a text; null when it is too long.</summary>
    public static string? Encode(string text)
    {
        var input = text.EnumerateRunes().Select(r => r.Value).ToArray();
        if (input.Length > MaxLength)
        {
            return null;
        }

        var result = new StringBuilder();
        foreach (var c in input.Where(c => c < FirstCode))
        {
            result.Append((char)c);
        }

        var basic = result.Length;
        var handled = basic;
        if (basic > 0)
        {
            result.Append('-');
        }

        int code = FirstCode, bias = FirstBias;
        long delta = 0;
        while (handled < input.Length)
        {
            var next = input.Where(c => c >= code).Min();
            delta += (long)(next - code) * (handled + 1);
            code = next;
            foreach (var c in input)
            {
                delta += c < code ? 1 : 0;
                if (c == code)
                {
                    Write(result, delta, bias);
                    bias = Adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            code++;
        }

        return result.ToString();
    }

    /// <summary>Decodes a text; null when it is not punycode.</summary>
    public static string? Decode(string text)
    {
        if (!Ascii.IsValid(text) || text.Length > MaxLength)
        {
            return null;
        }

        var mark = text.LastIndexOf('-');
        var output = mark > 0 ? text[..mark].Select(c => (int)c).ToList() : [];
        int bias = FirstBias;
        long code = FirstCode, index = 0;
        for (var at = mark > 0 ? mark + 1 : 0; at < text.Length;)
        {
            var before = index;
            long weight = 1;
            for (var k = Base; ; k += Base)
            {
                var digit = at < text.Length ? Digit(text[at++]) : -1;
                if (digit < 0)
                {
                    return null;
                }

                index += digit * weight;
                var threshold = Threshold(k, bias);
                if (digit < threshold)
                {
                    break;
                }

                weight *= Base - threshold;
                if (weight > int.MaxValue || index > int.MaxValue)
                {
                    return null;
                }
            }

            bias = Adapt(index - before, output.Count + 1, before == 0);
            code += index / (output.Count + 1);
            index %= output.Count + 1;
            if (code > 0x10FFFF || !Rune.IsValid((int)code))
            {
                return null;
            }

            output.Insert((int)index++, (int)code);
        }

        return string.Concat(output.Select(c => new Rune(c).ToString()));
    }

    private static void Write(StringBuilder result, long delta, int bias)
    {
        var rest = delta;
        for (var k = Base; ; k += Base)
        {
            var threshold = Threshold(k, bias);
            if (rest < threshold)
            {
                result.Append(Letter((int)rest));
                return;
            }

            result.Append(Letter((int)(threshold + ((rest - threshold) % (Base - threshold)))));
            rest = (rest - threshold) / (Base - threshold);
        }
    }

    private static int Threshold(int k, int bias) => Math.Clamp(k - bias, 1, 26);

    private static char Letter(int digit) => (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);

    private static int Digit(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= 'A' and <= 'Z' => c - 'A',
        >= '0' and <= '9' => c - '0' + 26,
        _ => -1,
    };

    private static int Adapt(long delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / 700 : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > 455; k += Base)
        {
            delta /= Base - 1;
        }

        return (int)(k + (36 * delta / (delta + 38)));
    }
}
