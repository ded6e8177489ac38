using CasinoFloor.Engine.Settings;

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

    /// <summary>Average share of machines with a player, over 0 to 0.95. Default 0.4.</summary>
    public double Occupancy { get; set; } = 0.4;

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

    /// <summary>How many tables there are.</summary>
    internal int TableCount => Tables ?? Machines / 15;

    /// <summary>Everything that is wrong, one sentence each, beginning with the setting's path; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Within(nameof(Machines), Machines, 1, MaxMachines);
        errors.Require(Tables is null or (>= 0 and <= 10_000), nameof(Tables), $"is {Tables}; it must be from 0 to 10000, or nothing for one per 15 machines.");
        errors.Require(Occupancy is > 0 and <= 0.95, nameof(Occupancy), FormattableString.Invariant($"is {Occupancy}; it must be over 0 and at most 0.95."));
        errors.Within(nameof(GamesPerMinute), GamesPerMinute, 0.1, 60);
        errors.Within(nameof(HandPayAmount), HandPayAmount, 1, 1_000_000);
        errors.Within(nameof(Speed), Speed, 0.01, 10_000);
        errors.Within(nameof(Tick), Tick, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(10));
        errors.Within(nameof(Backfill), Backfill, TimeSpan.Zero, TimeSpan.FromHours(24));
        errors.Within(nameof(LateShare), LateShare, 0, 0.5);
        errors.Within(nameof(DuplicateShare), DuplicateShare, 0, 0.5);
        errors.Within(nameof(MalformedShare), MalformedShare, 0, 0.5);
        return errors.All;
    }
}
