using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Engine.Detectors;

/// <summary>Thresholds of large wins, in currency units; section <c>Floor:Detectors:Jackpot</c>. A payout at a threshold is over it.</summary>
public sealed class JackpotOptions
{
    /// <summary>A payout from here is a hand pay: the machine locks, the jackpot feed shows it. More than 0.</summary>
    public decimal LargeWin { get; set; } = 1_200;

    /// <summary>From here its level is MEDIUM; below, LOW.</summary>
    public decimal Medium { get; set; } = 5_000;

    /// <summary>From here its level is HIGH.</summary>
    public decimal High { get; set; } = 10_000;

    /// <summary>Adds what is wrong.</summary>
    internal void Validate(OptionErrors errors)
    {
        errors.Within(nameof(LargeWin), LargeWin, 0.01m, 100_000_000m);
        errors.Require(Medium >= LargeWin, nameof(Medium), "must not be below LargeWin.");
        errors.Require(High >= Medium, nameof(High), "must not be below Medium.");
        errors.Require(High <= 100_000_000m, nameof(High), "must not be over 100000000.");
    }
}
