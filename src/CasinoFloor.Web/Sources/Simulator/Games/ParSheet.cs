namespace CasinoFloor.Web.Sources.Simulator.Games;

/// <summary>
/// A game's par sheet: how many of the games of one cycle pay what. Every figure follows from the pay table and is exact:
/// <c>hold = 1 - sum(weight x multiple) / cycle</c>.
/// </summary>
public sealed class ParSheet
{
    /// <summary>Standard deviations on each side of the mean within which 90 of 100 results lie.</summary>
    private const double NinetyPercent = 1.645;

    private readonly double[] _cumulative;
    private readonly double[] _multiples;

    private ParSheet(long cycle, PayLine[] lines)
    {
        Cycle = cycle;
        Lines = lines;
        _cumulative = new double[lines.Length];
        _multiples = new double[lines.Length];
        long hits = 0;
        decimal paid = 0;
        double squares = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            hits += lines[i].Weight;
            paid += lines[i].Weight * lines[i].Multiple;
            squares += lines[i].Weight / (double)cycle * (double)(lines[i].Multiple * lines[i].Multiple);
            _cumulative[i] = hits / (double)cycle;
            _multiples[i] = (double)lines[i].Multiple;
        }

        TheoreticalHold = 1 - (paid / cycle);
        HitFrequency = hits / (double)cycle;
        var expected = 1 - (double)TheoreticalHold;
        StandardDeviation = Math.Sqrt(squares - (expected * expected));
    }

    /// <summary>Games of one cycle.</summary>
    public long Cycle { get; }

    /// <summary>The pay table.</summary>
    public IReadOnlyList<PayLine> Lines { get; }

    /// <summary>The house's expected share of the wager, 0 to 1; exact.</summary>
    public decimal TheoreticalHold { get; }

    /// <summary>Share of the games that win anything, 0 to 1.</summary>
    public double HitFrequency { get; }

    /// <summary>Standard deviation of one game's win, in wagers: what a confidence bound on the actual hold is made of.</summary>
    public double StandardDeviation { get; }

    /// <summary>
    /// Volatility index at 90 % confidence: 1.645 standard deviations. After <c>n</c> games the actual hold lies within
    /// <c>index / sqrt(n)</c> of the theoretical one nine times of ten.
    /// </summary>
    public double VolatilityIndex => NinetyPercent * StandardDeviation;

    /// <summary>What the best line pays, as a multiple of the wager.</summary>
    public decimal TopAward => Lines.Max(line => line.Multiple);

    /// <summary>A par sheet from counted outcomes.</summary>
    /// <param name="cycle">Games of one cycle.</param>
    /// <param name="lines">What is paid, and in how many of them.</param>
    /// <exception cref="ArgumentException">A line pays nothing or is never paid, or all games of the cycle win.</exception>
    public static ParSheet OfCounts(long cycle, params PayLine[] lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.All(line => line is { Multiple: > 0, Weight: > 0 }) && lines.Sum(line => line.Weight) < cycle
            ? new ParSheet(cycle, lines)
            : throw new ArgumentException("Every line needs a multiple and a weight, and some games of the cycle must lose.", nameof(lines));
    }

    /// <summary>
    /// A par sheet with a given hold, from how the return is spread over the wins: <c>weight = cycle x (1 - hold) x share / multiple</c>,
    /// rounded; the line with the smallest multiple makes up for the rounding, so that the hold is met exactly.
    /// </summary>
    /// <param name="hold">Theoretical hold, 0 to 1, with at most four decimals.</param>
    /// <param name="wins">Multiple of the wager, ascending, and the share of the whole return that it pays; the shares add up to 1.</param>
    /// <exception cref="ArgumentException">The shares do not add up to 1, or all games would win.</exception>
    public static ParSheet OfShares(decimal hold, ReadOnlySpan<(decimal Multiple, decimal Share)> wins)
    {
        const long cycle = 1_000_000_000_000;
        var lines = new PayLine[wins.Length];
        decimal shares = 0, left = cycle * (1 - hold);
        for (var i = 0; i < wins.Length; i++)
        {
            lines[i] = new PayLine(wins[i].Multiple, (long)(cycle * (1 - hold) * wins[i].Share / wins[i].Multiple));
            left -= lines[i].Weight * lines[i].Multiple;
            shares += wins[i].Share;
        }

        if (shares != 1)
        {
            throw new ArgumentException("The shares must add up to 1.", nameof(wins));
        }

        lines[0] = lines[0] with { Weight = lines[0].Weight + (long)(left / lines[0].Multiple) };
        return OfCounts(cycle, lines);
    }

    /// <summary>The win of a game as a multiple of its wager.</summary>
    /// <param name="chance">A random number from 0 inclusive to 1 exclusive.</param>
    public double Draw(double chance)
    {
        var cumulative = _cumulative;
        if (chance >= cumulative[^1])
        {
            return 0;
        }

        var win = 0;
        while (chance >= cumulative[win])
        {
            win++;
        }

        return _multiples[win];
    }
}
