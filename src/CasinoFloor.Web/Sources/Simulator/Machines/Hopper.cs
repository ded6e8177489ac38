using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Machines;

/// <summary>A machine's hopper: falls with what is paid out, rises with a fill.</summary>
internal struct Hopper
{
    /// <summary>Level of a full hopper, hundredths of a percent.</summary>
    public const int Full = 10_000;

    // At ten games a minute that is some twenty hours of play from full to empty.
    private const double FallPerWager = Full / 12_500.0;

    // More than that is printed as a voucher instead of counted out.
    private const double MostOfOneWin = Full * 0.01;

    private double _level;

    /// <summary>Level in hundredths of a percent.</summary>
    public int Level { get; private set; }

    /// <summary>Whether HOPPER_LOW was sent since the last fill.</summary>
    public bool IsReported { get; set; }

    /// <summary>How many times faster than usual it empties, until <see cref="RunUntil"/>.</summary>
    public double Run { get; set; }

    /// <summary>When a run on the hopper ends, simulated ticks.</summary>
    public long RunUntil { get; set; }

    /// <summary>Sets the level, hundredths of a percent.</summary>
    public void FillTo(int level)
    {
        _level = level;
        Level = level;
        IsReported = false;
    }

    /// <summary>A win is counted out.</summary>
    public void PayOut(Money payout, Money wager, long at)
    {
        var fall = Math.Min(MostOfOneWin, payout.Units * FallPerWager / wager.Units);
        _level = Math.Max(0, _level - (at < RunUntil ? fall * Run : fall));
        Level = (int)_level;
    }
}
