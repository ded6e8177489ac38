namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Single-precision figures as doubles that read as they were meant.</summary>
internal static class SinglePrecision
{
    /// <summary>
    /// The double of the same decimal digits: 19.9f becomes 19.9, not 19.899999618530273, so that a threshold compared in KQL means
    /// the same as in the engine. Seven significant digits, which a float holds; NaN stays NaN.
    /// </summary>
    public static double Widen(float value) => Math.Abs(value) switch
    {
        < 1 => Math.Round(value, 7),
        < 1_000 => Math.Round(value, 4),
        _ => value,
    };

    /// <summary>As <see cref="Widen(float)"/>; NaN for null.</summary>
    public static double Widen(float? value) => value is { } given ? Widen(given) : double.NaN;
}
