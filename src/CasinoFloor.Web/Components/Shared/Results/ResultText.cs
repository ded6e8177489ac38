using System.Globalization;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Shared.Results;

/// <summary>Values of results as text: the same for everybody, so that what is copied can be read back.</summary>
public static class ResultText
{
    /// <summary>A value; empty for null.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime moment => moment.ToString(Format(moment), CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether columns of a type are aligned to the right.</summary>
    public static bool IsNumber(KqlType type) => type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal or KqlType.TimeSpan;

    private static string Format(DateTime moment) => (moment.Ticks % TimeSpan.TicksPerSecond) switch
    {
        0 => "yyyy-MM-dd HH:mm:ss'Z'",
        var part when part % TimeSpan.TicksPerMillisecond == 0 => "yyyy-MM-dd HH:mm:ss.fff'Z'",
        _ => "yyyy-MM-dd HH:mm:ss.fffffff'Z'",
    };
}
