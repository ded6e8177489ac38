using System.Globalization;

namespace CasinoFloor.Web.Sources.Simulator.Players;

/// <summary>
/// How busy the house is by the hour and the day of the week, in the property's local time; 1 is the average of a week. A night belongs to the
/// day on which it began, and between the hours the curve is straight.
/// </summary>
public sealed class BusyCurve
{
    private const int DayBegins = 6;

    // The curve has no corners that anybody could see within so long.
    private const long StepTicks = 2 * TimeSpan.TicksPerMinute;

    private readonly double[] _hours;
    private readonly double[] _weekdays;
    private readonly TimeZoneInfo _zone;
    private readonly double _average;
    private long _from = long.MaxValue;
    private double _value;

    private BusyCurve(double[] hours, double[] weekdays, TimeZoneInfo zone)
    {
        _hours = hours;
        _weekdays = weekdays;
        _zone = zone;
        _average = hours.Average() * weekdays.Average();
        Peak = hours.Max() * weekdays.Max() / _average;
    }

    /// <summary>The busiest hour of the week: a Saturday night.</summary>
    public double Peak { get; }

    /// <summary>The curve of the settings.</summary>
    /// <exception cref="ArgumentException">They are not valid.</exception>
    public static BusyCurve Of(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Parse(options.HourCurve, 24) is { } hours && Parse(options.WeekdayCurve, 7) is { } weekdays
            ? new BusyCurve(hours, weekdays, TimeZoneInfo.FindSystemTimeZoneById(options.Zone))
            : throw new ArgumentException("The curves are not valid.", nameof(options));
    }

    /// <summary>How busy the house is at a moment, UTC ticks.</summary>
    public double At(long utcTicks)
    {
        if (utcTicks < _from || utcTicks >= _from + StepTicks)
        {
            _from = utcTicks - (utcTicks % StepTicks);
            _value = Value(_from);
        }

        return _value;
    }

    /// <summary>Numbers of a text, separated by spaces; null unless there are so many, none is negative and one is positive.</summary>
    internal static double[]? Parse(string? text, int count)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!double.TryParse(words[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]) || numbers[i] < 0)
            {
                return null;
            }
        }

        return numbers.Length == count && numbers.Any(number => number > 0) ? numbers : null;
    }

    private double Value(long utcTicks)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(new DateTime(utcTicks, DateTimeKind.Utc), _zone);
        var share = local.TimeOfDay.TotalHours - local.Hour;
        var hour = ((1 - share) * _hours[local.Hour]) + (share * _hours[(local.Hour + 1) % 24]);

        // Monday first.
        var weekday = ((int)local.AddHours(-DayBegins).DayOfWeek + 6) % 7;
        return hour * _weekdays[weekday] / _average;
    }
}
