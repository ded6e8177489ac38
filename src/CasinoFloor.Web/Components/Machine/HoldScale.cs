namespace CasinoFloor.Web.Components.Machine;

/// <summary>The common scale of several readings, for drawing.</summary>
public sealed class HoldScale
{
    // An interval of a few games reaches far; a scale that shows all of it would show nothing else.
    private const double Most = 150;
    private const double Least = -150;
    private const double Padding = 0.06;

    private readonly double _low;
    private readonly double _high;

    /// <summary>Fits the readings, between -150 and 150 percent.</summary>
    public HoldScale(IEnumerable<HoldReading> readings)
    {
        var values = readings
            .SelectMany(reading => new[] { reading.Theoretical, reading.Hold, reading.Hold - reading.Margin, reading.Hold + reading.Margin })
            .OfType<double>()
            .Select(value => Math.Clamp(value, Least, Most))
            .Append(0)
            .ToList();
        var (low, high) = (values.Min(), Math.Max(values.Max(), values.Min() + 1));
        (_low, _high) = (low - ((high - low) * Padding), high + ((high - low) * Padding));
    }

    /// <summary>Where a value stands, percent of the width; at the edge where it is beyond.</summary>
    public double At(double value) => Math.Round(Math.Clamp((value - _low) / (_high - _low), 0, 1) * 100, 2);
}
