using System.Globalization;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>How figures are written on the screens: thousands separators, dollars, an en dash for what is not known.</summary>
public static class Figures
{
    /// <summary>Stands for an unknown figure; never 0, never NaN.</summary>
    public const string Unknown = "–";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A whole number: <c>12,345</c>.</summary>
    public static string Count(long value) => value.ToString("N0", Culture);

    /// <summary>A rate, rounded to whole numbers from 100 on: <c>12.3</c>, <c>1,234</c>.</summary>
    public static string Rate(double value) => value.ToString(value < 100 ? "N1" : "N0", Culture);

    /// <summary>An amount to the cent: <c>$1,200.00</c>.</summary>
    public static string Amount(Money value) => value.ToDecimal().ToString("C2", Culture);

    /// <summary>An amount in whole dollars: <c>$12,345</c>.</summary>
    public static string Dollars(Money value) => value.ToDecimal().ToString("C0", Culture);

    /// <summary>A percentage with one decimal: <c>8.2 %</c>; unknown for null and NaN.</summary>
    public static string Percent(double? value) =>
        value is { } percent && double.IsFinite(percent) ? percent.ToString("#,##0.0;−#,##0.0;0.0", Culture) + " %" : Unknown;

    /// <summary>Percentage points with their sign: <c>+3.1 pts</c>; unknown for NaN.</summary>
    public static string Points(double value) =>
        double.IsFinite(value) ? value.ToString("+#,##0.0;−#,##0.0;0.0", Culture) + " pts" : Unknown;

    /// <summary>A time span as <c>0:42</c>, <c>12:05</c> or <c>1:02:05</c>.</summary>
    public static string Age(TimeSpan age)
    {
        var seconds = Math.Max(0, (long)age.TotalSeconds);
        return seconds < 3600
            ? string.Create(Culture, $"{seconds / 60}:{seconds % 60:00}")
            : string.Create(Culture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    /// <summary>Unix milliseconds, for the script that counts ages on.</summary>
    public static string UnixMilliseconds(DateTime utc) =>
        ((long)(utc - DateTime.UnixEpoch).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
