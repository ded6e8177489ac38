namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// What a game pays: wins as multiples of the wager with their probabilities. Built from the theoretical hold and from
/// how the return is spread over the wins, so that the expected return is exactly 1 - hold:
/// <c>p(win) = (1 - hold) x share / multiple</c>.
/// </summary>
public sealed class PayTable
{
    private readonly double[] _cumulative;
    private readonly double[] _multiples;

    private PayTable(double[] cumulative, double[] multiples, double hold)
    {
        _cumulative = cumulative;
        _multiples = multiples;
        TheoreticalHold = hold;
    }

    /// <summary>The house's expected share of the wager, 0 to 1.</summary>
    public double TheoreticalHold { get; }

    /// <summary>Probability that a game wins anything.</summary>
    public double HitFrequency => _cumulative[^1];

    /// <summary>Builds a pay table.</summary>
    /// <param name="hold">Theoretical hold, 0 to 1.</param>
    /// <param name="wins">Multiple of the wager, and the share of the whole return that it pays; the shares add up to 1.</param>
    /// <exception cref="ArgumentException">The shares do not add up to 1, or the wins come to more than a probability of 1.</exception>
    public static PayTable Create(double hold, ReadOnlySpan<(double Multiple, double Share)> wins)
    {
        var cumulative = new double[wins.Length];
        var multiples = new double[wins.Length];
        double probability = 0, shares = 0;
        for (var i = 0; i < wins.Length; i++)
        {
            probability += (1 - hold) * wins[i].Share / wins[i].Multiple;
            shares += wins[i].Share;
            cumulative[i] = probability;
            multiples[i] = wins[i].Multiple;
        }

        return Math.Abs(shares - 1) < 1e-6 && probability < 1
            ? new PayTable(cumulative, multiples, hold)
            : throw new ArgumentException("The shares must add up to 1 and the probabilities to less than 1.", nameof(wins));
    }

    /// <summary>The win of a game as a multiple of its wager.</summary>
    /// <param name="chance">A random number from 0 inclusive to 1 exclusive.</param>
    public double Draw(double chance)
    {
        if (chance >= _cumulative[^1])
        {
            return 0;
        }

        var win = 0;
        while (chance >= _cumulative[win])
        {
            win++;
        }

        return _multiples[win];
    }

    /// <summary>Probability that a game pays at least a multiple of its wager.</summary>
    public double ChanceOf(double multiple)
    {
        double chance = 0, below = 0;
        for (var i = 0; i < _multiples.Length; i++)
        {
            chance += _multiples[i] >= multiple ? _cumulative[i] - below : 0;
            below = _cumulative[i];
        }

        return chance;
    }

    /// <summary>Variance of the win of one game, in squared wagers: what a confidence bound on the actual hold is made of.</summary>
    public double Variance()
    {
        double squares = 0, below = 0;
        for (var i = 0; i < _multiples.Length; i++)
        {
            squares += (_cumulative[i] - below) * _multiples[i] * _multiples[i];
            below = _cumulative[i];
        }

        return squares - ((1 - TheoreticalHold) * (1 - TheoreticalHold));
    }
}
