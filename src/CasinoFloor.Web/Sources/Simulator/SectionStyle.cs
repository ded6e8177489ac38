namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>What a floor section is like: how much of the floor it has, what stands there and how.</summary>
internal sealed record SectionStyle
{
    /// <summary>Name, as in <c>floor_section</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Letters that its banks' names begin with.</summary>
    public required string BankPrefix { get; init; }

    /// <summary>Share of the machines; all shares add up to 1.</summary>
    public required double Share { get; init; }

    /// <summary>Which row of sections it belongs to, from the top of the plan.</summary>
    public required int Row { get; init; }

    /// <summary>Machines on each side of a bank.</summary>
    public required int BankSide { get; init; }

    /// <summary>Width of the aisles round its banks, metres.</summary>
    public double Aisle { get; init; } = 2.2;

    /// <summary>Whether its banks run from top to bottom instead of left to right.</summary>
    public bool Upright { get; init; }

    /// <summary>How popular it is, relative to the average occupancy.</summary>
    public double Popularity { get; init; } = 1;

    /// <summary>Pace of play relative to the average: high wagers are played more slowly.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>The games that stand here; a family named twice stands there twice as often.</summary>
    public required GameFamily[] Families { get; init; }

    /// <summary>Values of one credit in cents; one named twice stands there twice as often.</summary>
    public required int[] DenominationCents { get; init; }

    /// <summary>Lowest and highest theoretical hold.</summary>
    public required (double Low, double High) Hold { get; init; }

    /// <summary>The sections of the house, in rows from the top of the plan, from left to right.</summary>
    public static IReadOnlyList<SectionStyle> All { get; } =
    [
        Room("VIP", "VI", 0.05, 0, 0.045, 0.065, [500, 500, 1000, 2500, 5000]) with { BankSide = 3, Popularity = 0.8, Pace = 0.75 },
        Hall("North", "NO", 0.12, 0),
        Room("High Limit", "HL", 0.07, 0, 0.035, 0.06, [500, 1000, 2500, 2500, 10000, 10000]) with { BankSide = 3, Popularity = 0.85, Pace = 0.7 },
        Hall("West", "WE", 0.11, 1) with { Upright = true },
        new()
        {
            Name = "Penny",
            BankPrefix = "PN",
            Share = 0.34,
            Row = 1,
            BankSide = 6,
            Popularity = 1.1,
            Pace = 1.1,
            Families = [GameFamily.MultiLine],
            DenominationCents = [1, 1, 1, 1, 2, 5],
            Hold = (0.08, 0.125),
        },
        Hall("East", "EA", 0.11, 1) with { Upright = true },
        new()
        {
            Name = "Video Poker",
            BankPrefix = "VP",
            Share = 0.08,
            Row = 2,
            BankSide = 4,
            Popularity = 0.95,
            Pace = 1.2,
            Families = [GameFamily.VideoPoker],
            DenominationCents = [25, 25, 25, 50, 100],
            Hold = (0.015, 0.05),
        },
        Hall("South", "SO", 0.12, 2),
    ];

    private static SectionStyle Hall(string name, string prefix, double share, int row) => new()
    {
        Name = name,
        BankPrefix = prefix,
        Share = share,
        Row = row,
        BankSide = 5,
        Families = [GameFamily.Reels, GameFamily.Reels, GameFamily.Progressive],
        DenominationCents = [25, 25, 25, 50, 50, 100, 100, 200, 500],
        Hold = (0.05, 0.095),
    };

    private static SectionStyle Room(string name, string prefix, double share, int row, double low, double high, int[] cents) => new()
    {
        Name = name,
        BankPrefix = prefix,
        Share = share,
        Row = row,
        BankSide = 3,
        Aisle = 3.4,
        Families = [GameFamily.HighLimit],
        DenominationCents = cents,
        Hold = (low, high),
    };
}
