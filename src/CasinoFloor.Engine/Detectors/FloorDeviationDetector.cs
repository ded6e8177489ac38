using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Settings;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// The whole floor's coin-in of a closed minute against the minutes before it: further from their mean than so many
/// standard deviations (of a sample, n - 1) is a deviation. It ends with the first closed minute that is not.
/// </summary>
internal sealed class FloorDeviationDetector(FloorDeviationOptions options, ConditionBoard board) : IDetector
{
    /// <inheritdoc />
    public void MinuteClosed(int minute, DetectionContext context)
    {
        if (context.Minutes.CoinIn(minute) is not { } units)
        {
            return;
        }

        var (count, mean, sigma) = Baseline(minute, context.Minutes);
        if (count < options.MinimumMinutes || sigma <= 0)
        {
            return;
        }

        var coinIn = new Money(units).ToDouble();
        var sigmas = (coinIn - mean) / sigma;
        var deviates = Math.Abs(sigmas) > (double)options.Sigmas;
        var facts = new FindingFacts
        {
            Severity = Severity.Medium,
            EventTime = MinuteMath.Start(minute + 1),
            Value = decimal.Round((decimal)Math.Clamp(sigmas, -1e9, 1e9), 2),
            Threshold = options.Sigmas,
            Sample = count,
            Why = Sentence.Of($"Floor coin-in of {coinIn:0.00} in the minute from {Sentence.At(MinuteMath.Start(minute))} is {sigmas:+0.00;-0.00;0} sigma from the mean of {mean:0.00} over {count} min; {(deviates ? "more than" : "within")} {options.Sigmas:0.##}."),
        };
        if (deviates)
        {
            board.Raise(FindingKind.FloorDeviation, -1, MinuteMath.Start(minute), in facts);
        }
        else
        {
            board.Clear(FindingKind.FloorDeviation, -1, in facts);
        }
    }

    private (int Count, double Mean, double Sigma) Baseline(int minute, FloorMinutes minutes)
    {
        var (count, mean, squares) = (0, 0.0, 0.0);
        for (var before = minute - options.BaselineMinutes; before < minute; before++)
        {
            if (minutes.CoinIn(before) is { } units)
            {
                // Welford: stable for large sums that differ little.
                var value = new Money(units).ToDouble();
                var distance = value - mean;
                mean += distance / ++count;
                squares += distance * (value - mean);
            }
        }

        return (count, mean, count < 2 ? 0 : Math.Sqrt(squares / (count - 1)));
    }
}

/// <summary>Thresholds of floor deviations; section <c>Floor:Detectors:FloorDeviation</c>.</summary>
public sealed class FloorDeviationOptions
{
    /// <summary>More standard deviations than this, either way, is a deviation. More than 0, at most 100.</summary>
    public decimal Sigmas { get; set; } = 3;

    /// <summary>How many minutes before the one judged make its baseline. 2 to 120. Within the hour that a restart recovers, by default.</summary>
    public int BaselineMinutes { get; set; } = 30;

    /// <summary>Fewer known minutes than this are no baseline. 2 to <see cref="BaselineMinutes"/>.</summary>
    public int MinimumMinutes { get; set; } = 20;

    /// <summary>Adds what is wrong.</summary>
    internal void Validate(OptionErrors errors)
    {
        errors.Within(nameof(Sigmas), Sigmas, 0.01m, 100m);
        errors.Within(nameof(BaselineMinutes), BaselineMinutes, 2, 120);
        errors.Within(nameof(MinimumMinutes), MinimumMinutes, 2, BaselineMinutes);
    }
}
