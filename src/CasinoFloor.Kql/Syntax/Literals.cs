using System.Globalization;
using System.Text.RegularExpressions;

namespace CasinoFloor.Kql.Syntax;

/// <summary>Reads the text of scalar values, as typed literals and the <c>to...()</c> functions do.</summary>
internal static partial class Literals
{
    private static readonly string[] OtherDateFormats =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss", "dd MMM yyyy HH:mm:ss", "dd MMM yyyy", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "yyyyMMdd", "yyyyMMddHHmmss"];

    public static bool TryParse(string text, KqlType type, out object? value)
    {
        value = null;
        switch (type)
        {
            case KqlType.Bool:
                return TryBool(text, out value);
            case KqlType.Int when TryLong(text, out var number) && number is >= int.MinValue and <= int.MaxValue:
                value = number;
                return true;
            case KqlType.Long when TryLong(text, out var number):
                value = number;
                return true;
            case KqlType.Real when TryReal(text, out var real):
                value = real;
                return true;
            case KqlType.Decimal when TryDecimal(text, out var exact):
                value = exact;
                return true;
            case KqlType.DateTime when TryDateTime(text, out var ticks):
                value = ticks;
                return true;
            case KqlType.TimeSpan when TimeSpans.TryParse(text, out var ticks):
                value = ticks;
                return true;
            case KqlType.TimeSpan when TimeSpans.TryScale(text, TimeSpan.TicksPerDay, out var ticks):
                value = ticks;
                return true;
            case KqlType.Guid when Guid.TryParse(text, out var guid):
                value = guid;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whole numbers with optional sign, and hexadecimal without one; blanks around are allowed, fractions are not.</summary>
    public static bool TryLong(string text, out long value)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            var ok = ulong.TryParse(trimmed[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex);
            value = unchecked((long)hex);
            return ok;
        }

        return long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryReal(string text, out double value)
    {
        var trimmed = text.Trim();
        switch (trimmed.ToLowerInvariant())
        {
            case "nan":
                value = double.NaN;
                return true;
            case "inf" or "+inf" or "infinity" or "+infinity":
                value = double.PositiveInfinity;
                return true;
            case "-inf" or "-infinity":
                value = double.NegativeInfinity;
                return true;
            default:
                return double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && (trimmed.Length == 0 || !char.IsLetter(trimmed[0]));
        }
    }

    public static bool TryDecimal(string text, out decimal value) =>
        decimal.TryParse(text.AsSpan().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads a moment in any of the accepted forms; without an offset it is UTC. The value is ticks since 0001-01-01.</summary>
    public static bool TryDateTime(string text, out long ticks)
    {
        ticks = 0;
        text = text.Trim();
        var iso = Iso().Match(text);
        if (iso.Success)
        {
            return TryIso(iso, out ticks);
        }

        if (text.Length < 6 || !char.IsLetterOrDigit(text[0]))
        {
            return false;
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (DateTime.TryParseExact(text, OtherDateFormats, CultureInfo.InvariantCulture, Styles, out var value)
            || (Slashed().IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out value)))
        {
            ticks = value.Ticks;
            return true;
        }

        return false;
    }

    private static bool TryBool(string text, out object? value)
    {
        value = text.Trim().ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
        if (value is null && TryLong(text, out var number))
        {
            value = number != 0;
        }

        return value is not null;
    }

    private static bool TryIso(Match iso, out long ticks)
    {
        ticks = 0;
        int Part(string group, int otherwise) =>
            iso.Groups[group].Success ? int.Parse(iso.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : otherwise;
        int year = Part("y", 1), month = Part("M", 1), day = Part("d", 1), hour = Part("h", 0), minute = Part("m", 0), second = Part("s", 0);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var fraction = iso.Groups["f"].Success ? iso.Groups["f"].Value.PadRight(7, '0')[..7] : "0";
        ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + long.Parse(fraction, CultureInfo.InvariantCulture);
        if (iso.Groups["oh"].Success)
        {
            var offset = ((Part("oh", 0) * 60) + Part("om", 0)) * TimeSpan.TicksPerMinute;
            ticks -= iso.Groups["sign"].Value == "-" ? -offset : offset;
        }

        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?:-(?<M>\d{1,2})(?:-(?<d>\d{1,2})(?:[T ]\s*(?<h>\d{1,2})(?::(?<m>\d{1,2})(?::(?<s>\d{1,2})(?:\.(?<f>\d{1,12}))?)?)?)?)?)?\s*(?:Z|(?<sign>[+-])(?<oh>\d{2}):?(?<om>\d{2})|GMT)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4}/\d{1,2}/\d{1,2}|[A-Za-z]{3,9},?\s+\d|\d{1,2}(?<between>\s+|-)[A-Za-z]{3,9}\k<between>(\d{4}|\d{2})\b|\d{4}-\d{1,2}-\d{1,2}\s.*\b(?i:[AP]M)$)", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();
}
