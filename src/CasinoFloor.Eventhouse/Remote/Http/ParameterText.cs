using System.Globalization;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>Values of query parameters as they travel: strings as they are, everything else as a literal of the language.</summary>
internal static class ParameterText
{
    /// <summary>The text of a value.</summary>
    public static string Of(object? value) => value switch
    {
        null => "dynamic(null)",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => $"datetime({time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)})",
        DateTimeOffset time => Of(time.UtcDateTime),
        TimeSpan span => $"time({span.ToString("c", CultureInfo.InvariantCulture)})",
        float number => Of((double)number),
        double.PositiveInfinity => "real(+inf)",
        double.NegativeInfinity => "real(-inf)",
        double.NaN => "real(nan)",
        double number => $"real({number.ToString("R", CultureInfo.InvariantCulture)})",
        decimal number => $"decimal({number.ToString(CultureInfo.InvariantCulture)})",
        Guid guid => $"guid({guid:D})",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
