using System.Globalization;
using System.Text.RegularExpressions;

namespace CasinoFloor.Kql.Syntax;

/// <summary>Durations as text: <c>1.5h</c>, <c>90s</c>, <c>1.02:03:04.5</c>. Values are 100 ns ticks.</summary>
internal static partial class TimeSpans
{
    public static bool TryUnit(string unit, out long ticks)
    {
        ticks = unit switch
        {
            "d" or "day" or "days" => TimeSpan.TicksPerDay,
            "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.TicksPerHour,
            "m" or "min" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
            "s" or "sec" or "second" or "seconds" => TimeSpan.TicksPerSecond,
            "ms" or "milli" or "millis" or "millisec" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
            "micro" or "micros" or "microsec" or "microsecond" or "microseconds" or "us" => TimeSpan.TicksPerMicrosecond,
            "tick" or "ticks" => 1,
            _ => 0,
        };
        return ticks != 0;
    }

    public static bool TryScale(string digits, long unit, out long ticks)
    {
        ticks = 0;
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        if (Math.Abs(number) > (decimal)long.MaxValue / unit)
        {
            return false;
        }

        ticks = (long)(number * unit);
        return true;
    }

    /// <summary>Reads a duration; a bare whole number is days.</summary>
    public static bool TryParse(string text, out long ticks)
    {
        text = text.Trim();
        ticks = 0;
        var unit = WithUnit().Match(text);
        if (unit.Success)
        {
            if (!TryUnit(unit.Groups[3].Value, out var scale) || !TryScale(unit.Groups[2].Value, scale, out ticks))
            {
                return false;
            }

            ticks = unit.Groups[1].Value == "-" ? -ticks : ticks;
            return true;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            ticks = value.Ticks;
            return true;
        }

        return false;
    }

    public static string Format(long ticks)
    {
        var negative = ticks < 0;
        var rest = negative ? (UInt128)(-(Int128)ticks) : (UInt128)ticks;
        var days = (ulong)(rest / TimeSpan.TicksPerDay);
        var within = TimeSpan.FromTicks((long)(rest % TimeSpan.TicksPerDay));
        var fraction = within.Ticks % TimeSpan.TicksPerSecond;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(negative ? "-" : "")}{(days > 0 ? days + "." : "")}{within.Hours:00}:{within.Minutes:00}:{within.Seconds:00}{(fraction > 0 ? "." + fraction.ToString("0000000", CultureInfo.InvariantCulture) : "")}");
    }

    [GeneratedRegex(@"^([+-]?)\s*(\d+(?:\.\d+)?)\s*([a-z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnit();
}
