using System.Globalization;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;

namespace CasinoFloor.Web.Components.History;

/// <summary>Reads what was typed into a field as a value of its type, and writes a declared default as it would be typed.</summary>
public static class FieldText
{
    /// <summary>How a moment is typed, in the property's time.</summary>
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss";

    private static readonly string[] MomentFormats = [MomentFormat, "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    private static readonly Dictionary<string, Func<double, TimeSpan>> Units = new(StringComparer.Ordinal)
    {
        ["d"] = TimeSpan.FromDays,
        ["h"] = TimeSpan.FromHours,
        ["m"] = TimeSpan.FromMinutes,
        ["s"] = TimeSpan.FromSeconds,
        ["ms"] = TimeSpan.FromMilliseconds,
    };

    /// <summary>Reads a text that is not empty.</summary>
    /// <returns>The value, or a sentence that says what is wrong.</returns>
    public static (object? Value, string Problem) Read(KqlType type, string text, PropertyCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(calendar);
        var typed = text.Trim();
        return type switch
        {
            KqlType.String => (typed, ""),
            KqlType.Int => int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var small) ? (small, "") : (null, "Enter a whole number."),
            KqlType.Long => long.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? (whole, "") : (null, "Enter a whole number."),
            KqlType.Real => double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? (real, "") : (null, "Enter a number, such as 12.5."),
            KqlType.Decimal => decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact) ? (exact, "") : (null, "Enter a number, such as 12.50."),
            KqlType.Bool => bool.TryParse(typed, out var yes) ? (yes, "") : (null, "Choose yes or no."),
            KqlType.TimeSpan => Span(typed) is { Ticks: > 0 } span ? (span, "") : (null, "Enter a time span over 0, such as 5m, 1h, 1d or 00:15:00."),
            KqlType.DateTime => DateTime.TryParseExact(typed, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? (calendar.ToUtc(local), "")
                : (null, "Enter a date and time."),
            KqlType.Guid => Guid.TryParse(typed, out var guid) ? (guid, "") : (null, "Enter a GUID."),
            _ => (typed, ""),
        };
    }

    /// <summary>A declared default as it would be typed: <c>"penny"</c> is penny, <c>datetime(null)</c> is empty.</summary>
    public static string OfDefault(KqlParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var written = parameter.Default?.Trim() ?? "";
        if (parameter.Type == KqlType.String)
            return Unquoted(written);

        var open = written.IndexOf('(', StringComparison.Ordinal);
        var inner = open > 0 && written.EndsWith(')') ? written[(open + 1)..^1].Trim() : written;
        return inner == "null" ? "" : inner;
    }

    private static string Unquoted(string literal) =>
        literal.Length >= 2 && literal[0] is '"' or '\'' && literal[^1] == literal[0] ? literal[1..^1] : literal == "string(null)" ? "" : literal;

    private static TimeSpan? Span(string text)
    {
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (Units.TryGetValue(text[digits..].Trim(), out var unit)
            && double.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count < 1e6)
        {
            return unit(count);
        }

        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;
    }
}
