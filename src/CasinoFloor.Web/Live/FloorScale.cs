namespace CasinoFloor.Web.Live;

/// <summary>
/// How a machine's figures become one byte each on the wire. A map can show no more than 200 shades, so a byte loses
/// nothing to the eye; exact figures come with the machine's details. The browser gets these constants with the layout.
/// </summary>
public static class FloorScale
{
    /// <summary>Heat score of code 250: heat is linear, 0 to 1.25 in steps of 0.005; higher is clamped.</summary>
    public const double HeatMax = 1.25;

    /// <summary>Highest code of a heat score.</summary>
    public const int HeatCodes = 250;

    /// <summary>Coin-in rate of code 255 in currency units per minute: logarithmic from 0, each code about 3.4 % more; higher is clamped.</summary>
    public const double CoinInMax = 5000;

    /// <summary>Highest code of a coin-in rate.</summary>
    public const int CoinInCodes = 255;

    /// <summary>Hold deltas reach from minus to plus this many percentage points, linear in steps of half a point; beyond is clamped.</summary>
    public const double HoldMax = 50;

    /// <summary>Highest code of a known hold delta; the middle code is no difference.</summary>
    public const int HoldCodes = 200;

    /// <summary>Code of an unknown hold delta.</summary>
    public const byte HoldUnknown = 255;

    /// <summary>The last win of code 255 in currency units: logarithmic from 0, each code about 3.7 % more; higher is clamped.</summary>
    public const double WinMax = 10_000;

    /// <summary>Highest code of a last win; 0 is none.</summary>
    public const int WinCodes = 255;

    private static readonly double LogCoinInMax = Math.Log(1 + CoinInMax);
    private static readonly double LogWinMax = Math.Log(1 + WinMax);

    /// <summary>The code of a heat score; NaN and negative values are 0.</summary>
    public static byte Heat(float score) => Linear(score / HeatMax, HeatCodes);

    /// <summary>The heat score of a code.</summary>
    public static double HeatOf(byte code) => code * HeatMax / HeatCodes;

    /// <summary>The code of a coin-in rate in currency units per minute; NaN and negative values are 0.</summary>
    public static byte CoinIn(float perMinute) =>
        perMinute > 0 ? Linear(Math.Log(1 + perMinute) / LogCoinInMax, CoinInCodes) : (byte)0;

    /// <summary>The coin-in rate of a code.</summary>
    public static double CoinInOf(byte code) => Math.Exp(code * LogCoinInMax / CoinInCodes) - 1;

    /// <summary>The code of a hold delta in percentage points; NaN is <see cref="HoldUnknown"/>.</summary>
    public static byte Hold(float points) =>
        float.IsNaN(points) ? HoldUnknown : Linear((points + HoldMax) / (2 * HoldMax), HoldCodes);

    /// <summary>The hold delta of a code; NaN for <see cref="HoldUnknown"/>.</summary>
    public static double HoldOf(byte code) =>
        code == HoldUnknown ? double.NaN : (code * 2 * HoldMax / HoldCodes) - HoldMax;

    /// <summary>The code of a win in currency units; 0 only for none, for negative values and NaN: the least win has code 1.</summary>
    public static byte Win(float amount) => amount > 0 ? Math.Max((byte)1, Linear(Math.Log(1 + amount) / LogWinMax, WinCodes)) : (byte)0;

    /// <summary>The win of a code.</summary>
    public static double WinOf(byte code) => Math.Exp(code * LogWinMax / WinCodes) - 1;

    // Math.Clamp lets NaN through; the comparison is written so that NaN ends as 0.
    private static byte Linear(double share, int codes) =>
        share >= 1 ? (byte)codes : share > 0 ? (byte)Math.Round(share * codes) : (byte)0;
}
