using CasinoFloor.Web.Sources.Simulator.Games;

namespace CasinoFloor.Web.Sources.Simulator.Floor;

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

    /// <summary>Whether walls part it from the rest of the floor.</summary>
    public bool IsRoom { get; init; }

    /// <summary>How popular it is, relative to the average occupancy.</summary>
    public double Popularity { get; init; } = 1;

    /// <summary>Pace of play relative to the average: high wagers are played more slowly.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>The games that stand here; a family named twice stands there twice as often.</summary>
    public required IReadOnlyList<GameFamily> Families { get; init; }

    /// <summary>Values of one credit in cents; one named twice stands there twice as often.</summary>
    public required int[] DenominationCents { get; init; }

    /// <summary>Lowest and highest theoretical hold.</summary>
    public required (decimal Low, decimal High) Hold { get; init; }

    /// <summary>The sections of the house, in rows from the top of the plan, from left to right.</summary>
    public static IReadOnlyList<SectionStyle> All { get; } =
    [
        Room("VIP", "VI", 0.05, 0, 0.045m, 0.065m, [500, 500, 1000, 2500, 5000]) with { BankSide = 3, Popularity = 0.8, Pace = 0.75 },
        Hall("North", "NO", 0.12, 0),
        Room("High Limit", "HL", 0.07, 0, 0.035m, 0.06m, [500, 1000, 2500, 2500, 10000, 10000]) with { BankSide = 3, Popularity = 0.85, Pace = 0.7 },
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
            Families = [GameCatalog.MultiLine, GameCatalog.MultiLine, GameCatalog.HoldAndSpin, GameCatalog.LinkedPenny],
            DenominationCents = [1, 1, 1, 1, 2, 5],
            Hold = (0.08m, 0.125m),
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
            Families = [GameCatalog.JacksOrBetter, GameCatalog.JacksOrBetter, GameCatalog.BonusPoker, GameCatalog.DeucesWild],
            DenominationCents = [25, 25, 25, 50, 100],
            Hold = (0.01m, 0.0502m),
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
        Families =
        [
            GameCatalog.Reels, GameCatalog.Reels, GameCatalog.Wheel, GameCatalog.Progressive, GameCatalog.Progressive, GameCatalog.Keno,
            GameCatalog.Roulette,
        ],
        DenominationCents = [25, 25, 25, 50, 50, 100, 100, 200, 500],
        Hold = (0.05m, 0.095m),
    };

    private static SectionStyle Room(string name, string prefix, double share, int row, decimal low, decimal high, int[] cents) => new()
    {
        Name = name,
        BankPrefix = prefix,
        Share = share,
        Row = row,
        BankSide = 3,
        Aisle = 3.4,
        IsRoom = true,
        Families = [GameCatalog.HighLimitReels, GameCatalog.HighLimitReels, GameCatalog.HighLimitVideo],
        DenominationCents = cents,
        Hold = (low, high),
    };
}
