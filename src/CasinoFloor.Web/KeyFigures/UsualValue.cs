namespace CasinoFloor.Web.KeyFigures;

/// <summary>What a figure usually is at this time of the week.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Spread">Standard deviation of the sample; null with fewer than two.</param>
/// <param name="Weeks">How many past weeks are in it.</param>
public readonly record struct UsualValue(double Mean, double? Spread, int Weeks)
{
    // The floor's own anomalies are judged alike: DOMAIN, more than 3 sigma. With fewer weeks a spread says nothing.
    private const double Sigmas = 3;
    private const int LeastWeeks = 3;

    // Weeks that are much alike make everything look rare: a smaller difference wants nobody.
    private const double LeastShare = 0.05;

    /// <summary>The mean and spread of a sample; null of none.</summary>
    public static UsualValue? Of(IReadOnlyCollection<double> sample, int weeks)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Count == 0)
            return null;

        var mean = sample.Average();
        double? spread = sample.Count < 2 ? null : Math.Sqrt(sample.Sum(value => (value - mean) * (value - mean)) / (sample.Count - 1));
        return new UsualValue(mean, spread, weeks);
    }

    /// <summary>Whether a value is far from what is usual: more than 3 standard deviations and a twentieth, known from at least 3 weeks.</summary>
    public bool IsFarFrom(double value) =>
        Weeks >= LeastWeeks && Spread is { } spread && Math.Abs(value - Mean) > Math.Max(Sigmas * spread, LeastShare * Math.Abs(Mean));
}
