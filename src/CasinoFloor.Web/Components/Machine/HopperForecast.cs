using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>
/// When a hopper reaches the level at which it wants filling, if it goes on as it did since its last fill: a straight line through the levels since then.
/// </summary>
/// <param name="Level">The newest level, percent.</param>
/// <param name="MeasuredAt">When it was measured, UTC.</param>
/// <param name="Since">From when on the line is fitted: the last fill, or the first level known, UTC.</param>
/// <param name="PerHour">Slope in points per hour; null with too few levels to say.</param>
/// <param name="FillBelow">The level under which it wants filling, percent: <see cref="Engine.Detectors.HopperOptions.FillBelow"/>.</param>
public sealed record HopperForecast(double Level, DateTime MeasuredAt, DateTime Since, double? PerHour, double FillBelow)
{
    // A hopper gains coins with every game lost; only a fill gains so many at once.
    private const double FillPoints = 10;
    private const int LeastPoints = 3;

    private static readonly TimeSpan LeastTime = TimeSpan.FromMinutes(30);

    /// <summary>When it wants filling, UTC: now when it is low already; null where it does not fall, or nothing can be said.</summary>
    public DateTime? FillAt => IsLow ? MeasuredAt
        : PerHour is < 0 and var slope && (FillBelow - Level) / slope is < 24 * 30 and var hours ? MeasuredAt.AddHours(hours)
        : null;

    /// <summary>Whether it wants filling now.</summary>
    public bool IsLow => Level <= FillBelow;

    /// <summary>Reads the answer of <c>kql/machine/machine_hopper</c>; null without a level.</summary>
    public static HopperForecast? Of(KqlResultTable table, double fillBelow)
    {
        ArgumentNullException.ThrowIfNull(table);
        var levels = table.Rows.Where(row => row[0] is DateTime && row[1] is double).Select(row => (At: (DateTime)row[0]!, Level: (double)row[1]!)).ToList();
        if (levels.Count == 0)
            return null;

        var first = levels.Count - 1;
        while (first > 0 && levels[first].Level - levels[first - 1].Level < FillPoints)
        {
            first--;
        }

        var run = levels[first..];
        return new HopperForecast(run[^1].Level, run[^1].At, run[0].At, run.Count >= LeastPoints && run[^1].At - run[0].At >= LeastTime ? Slope(run) : null, fillBelow);
    }

    // Least squares.
    private static double Slope(List<(DateTime At, double Level)> run)
    {
        var hours = run.Select(point => (point.At - run[0].At).TotalHours).ToList();
        var (meanHours, meanLevel) = (hours.Average(), run.Average(point => point.Level));
        return hours.Zip(run, (hour, point) => (hour - meanHours) * (point.Level - meanLevel)).Sum() / hours.Sum(hour => (hour - meanHours) * (hour - meanHours));
    }
}
