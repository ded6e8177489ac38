namespace CasinoFloor.Engine.Windows;

/// <summary>Minutes since year 1, UTC: the numbering of windows.</summary>
internal static class MinuteMath
{
    /// <summary>The minute that holds a moment.</summary>
    public static int Of(long ticks) => (int)(ticks / TimeSpan.TicksPerMinute);

    /// <summary>The first tick of a minute.</summary>
    public static long Start(int minute) => minute * TimeSpan.TicksPerMinute;
}
