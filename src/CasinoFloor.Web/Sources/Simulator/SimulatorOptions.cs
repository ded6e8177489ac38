using CasinoFloor.Engine.Settings;
using CasinoFloor.Web.Sources.Simulator.Players;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>Settings of the simulated floor (section <c>Simulator</c>).</summary>
public sealed class SimulatorOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Simulator";

    /// <summary>The largest floor that can be simulated.</summary>
    public const int MaxMachines = 100_000;

    /// <summary>Seed of everything that happens; the same seed and times give the same bytes. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Slot machines on the floor, 1 to 100,000. Default 1,200.</summary>
    public int Machines { get; set; } = 1_200;

    /// <summary>Table games; null is one for every 15 machines.</summary>
    public int? Tables { get; set; }

    /// <summary>Share of machines with a player on the average of a week, over 0 to 0.95; the curves spread it. Default 0.4.</summary>
    public double Occupancy { get; set; } = 0.4;

    /// <summary>How busy each hour of the day is compared with the others: 24 numbers from midnight, separated by spaces.</summary>
    public string HourCurve { get; set; } = "105 92 78 66 58 54 55 60 68 77 86 94 101 106 109 111 114 119 126 133 138 140 134 120";

    /// <summary>How busy each day is compared with the others: 7 numbers from Monday, separated by spaces. A day lasts from 06:00 to 06:00.</summary>
    public string WeekdayCurve { get; set; } = "84 85 88 94 114 128 107";

    /// <summary>Time zone of the curves (IANA id); empty is the property's, <c>Decoding:TimeZone</c>.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Average games per minute on an occupied machine, 0.1 to 60. Default 10.</summary>
    public double GamesPerMinute { get; set; } = 10;

    /// <summary>A machine locks for a hand pay when one game wins at least this amount. Default 1,200.</summary>
    public decimal HandPayAmount { get; set; } = 1_200;

    /// <summary>How much busier than in reality the floor is: everything happens this many times faster, 0.01 to 10,000. Default 1.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>How often events are handed over, 10 ms to 10 s. Default 100 ms.</summary>
    public TimeSpan Tick { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How much of the past is sent at start, so that the screens are full at once; 0 to 24 h. Default 5 minutes.</summary>
    public TimeSpan Backfill { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Share of events that arrive 10 s to 3 min late, 0 to 0.5. Default 0.002.</summary>
    public double LateShare { get; set; } = 0.002;

    /// <summary>Share of events that arrive twice, 0 to 0.5. Default 0.002.</summary>
    public double DuplicateShare { get; set; } = 0.002;

    /// <summary>Share of events that are followed by a garbled copy, 0 to 0.5. Default 0.0005.</summary>
    public double MalformedShare { get; set; } = 0.0005;

    /// <summary>How often a day some bank loses its power for 3 to 15 minutes, 0 to 10,000. Default 2.</summary>
    public double PowerLossesPerDay { get; set; } = 2;

    /// <summary>How often a day some bank's events are held back for 1 to 7 minutes and arrive in a burst, 0 to 10,000. Default 6.</summary>
    public double NetworkGapsPerDay { get; set; } = 6;

    /// <summary>How often a day a player begins to split cash into amounts of 8,000 to 9,999.99 at the cage, 0 to 10,000. Default 3.</summary>
    public double StructuringPerDay { get; set; } = 3;

    /// <summary>The property's time zone, in which the curves are read unless <see cref="TimeZone"/> names another.</summary>
    internal string PropertyTimeZone { get; set; } = "America/Los_Angeles";

    /// <summary>The time zone in use.</summary>
    internal string Zone => TimeZone.Length > 0 ? TimeZone : PropertyTimeZone;

    /// <summary>How many tables there are.</summary>
    internal int TableCount => Tables ?? Machines / 15;

    /// <summary>The same floor with other chances.</summary>
    internal SimulatorOptions WithSeed(int seed)
    {
        var options = (SimulatorOptions)MemberwiseClone();
        options.Seed = seed;
        return options;
    }

    /// <summary>Everything that is wrong, one sentence each, beginning with the setting's path; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Within(nameof(Machines), Machines, 1, MaxMachines);
        errors.Require(Tables is null or (>= 0 and <= 10_000), nameof(Tables), $"is {Tables}; it must be from 0 to 10000, or nothing for one per 15 machines.");
        errors.Require(Occupancy is > 0 and <= 0.95, nameof(Occupancy), FormattableString.Invariant($"is {Occupancy}; it must be over 0 and at most 0.95."));
        errors.Require(BusyCurve.Parse(HourCurve, 24) is not null, nameof(HourCurve), $"is '{HourCurve}'; it must be 24 numbers separated by spaces, none negative and one over 0.");
        errors.Require(BusyCurve.Parse(WeekdayCurve, 7) is not null, nameof(WeekdayCurve), $"is '{WeekdayCurve}'; it must be 7 numbers separated by spaces, none negative and one over 0.");
        errors.Require(TimeZone is "" || TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out _), nameof(TimeZone), $"is '{TimeZone}', which is no known time zone; an example is America/Los_Angeles.");
        errors.Within(nameof(GamesPerMinute), GamesPerMinute, 0.1, 60);
        errors.Within(nameof(HandPayAmount), HandPayAmount, 1, 1_000_000);
        errors.Within(nameof(Speed), Speed, 0.01, 10_000);
        errors.Within(nameof(Tick), Tick, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(10));
        errors.Within(nameof(Backfill), Backfill, TimeSpan.Zero, TimeSpan.FromHours(24));
        errors.Within(nameof(LateShare), LateShare, 0, 0.5);
        errors.Within(nameof(DuplicateShare), DuplicateShare, 0, 0.5);
        errors.Within(nameof(MalformedShare), MalformedShare, 0, 0.5);
        errors.Within(nameof(PowerLossesPerDay), PowerLossesPerDay, 0, 10_000);
        errors.Within(nameof(NetworkGapsPerDay), NetworkGapsPerDay, 0, 10_000);
        errors.Within(nameof(StructuringPerDay), StructuringPerDay, 0, 10_000);
        return errors.All;
    }
}
