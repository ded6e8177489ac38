namespace CasinoFloor.Web.Sources.Simulator.Games;

/// <summary>The games that a house can buy.</summary>
public static class GameCatalog
{
    /// <summary>Many small wins and a far-away top award; played in pennies with many credits.</summary>
    public static GameFamily MultiLine { get; } = Slot(
        "Multi-line",
        "Video Slots",
        [40, 50, 60, 80, 100, 150, 200, 300],
        ["Golden Heron", "Lucky Lanterns", "River Queen", "Jade Orchard", "Wild Harbor"],
        (0.08m, 0.125m),
        (0.5m, 0.08m), (1, 0.12m), (2, 0.15m), (5, 0.20m), (10, 0.15m), (25, 0.12m), (100, 0.09m), (500, 0.05m), (2_500, 0.04m));

    /// <summary>Pennies again, with less in the base game and more in the feature.</summary>
    public static GameFamily HoldAndSpin { get; } = Slot(
        "Hold and spin",
        "Video Slots",
        [50, 60, 80, 100, 150, 250],
        ["Moonlit Fox", "Copper Rush", "Coin Garden", "Northern Herd"],
        (0.085m, 0.125m),
        (0.5m, 0.06m), (1, 0.08m), (2, 0.11m), (5, 0.15m), (10, 0.14m), (30, 0.14m), (100, 0.13m), (400, 0.09m), (1_500, 0.06m), (5_000, 0.04m));

    /// <summary>Pennies linked to a common top award.</summary>
    public static GameFamily LinkedPenny { get; } = Slot(
        "Linked penny",
        "Progressive",
        [50, 88, 100, 150, 200],
        ["Emperor's Ladder", "Four Rivers", "Prosperity Bridge"],
        (0.09m, 0.125m),
        (0.5m, 0.07m), (1, 0.09m), (2, 0.13m), (5, 0.18m), (10, 0.14m), (50, 0.13m), (250, 0.11m), (1_000, 0.08m), (5_000, 0.04m), (10_000, 0.03m));

    /// <summary>Three reels, one to three credits.</summary>
    public static GameFamily Reels { get; } = Slot(
        "Three reels",
        "Mechanical Reels",
        [1, 2, 3],
        ["Royal Sevens", "Double Aurora", "Thunder Mesa", "Crystal Canyon", "Desert Comet"],
        (0.05m, 0.095m),
        (1, 0.08m), (2, 0.22m), (5, 0.24m), (10, 0.18m), (25, 0.12m), (50, 0.08m), (200, 0.05m), (1_600, 0.03m));

    /// <summary>Reels with a wheel above them.</summary>
    public static GameFamily Wheel { get; } = Slot(
        "Bonus wheel",
        "Mechanical Reels",
        [1, 2, 3],
        ["Wheel of the Sierra", "Carousel Gold", "Big Bend Bonus"],
        (0.06m, 0.1m),
        (1, 0.09m), (2, 0.20m), (5, 0.20m), (10, 0.14m), (20, 0.11m), (50, 0.11m), (100, 0.08m), (500, 0.04m), (1_000, 0.03m));

    /// <summary>Linked top award: the same reels with more of the return in the top.</summary>
    public static GameFamily Progressive { get; } = Slot(
        "Linked reels",
        "Progressive",
        [1, 2, 3],
        ["Star of Tonopah", "Grand Meridian", "Silver Summit"],
        (0.07m, 0.1m),
        (1, 0.10m), (2, 0.22m), (5, 0.22m), (10, 0.16m), (25, 0.12m), (100, 0.08m), (1_000, 0.05m), (5_000, 0.05m));

    /// <summary>High denominations, one or two credits, gentle: the house does not want to pay by hand at every tenth game.</summary>
    public static GameFamily HighLimitReels { get; } = Slot(
        "High-limit reels",
        "Mechanical Reels",
        [1, 1, 1, 2],
        ["Platinum Sevens", "Monarch's Table", "Double Aurora High Limit"],
        (0.035m, 0.065m),
        (1, 0.16m), (2, 0.33m), (5, 0.27m), (10, 0.12m), (20, 0.07m), (50, 0.03m), (200, 0.013m), (800, 0.007m));

    /// <summary>High denominations with a feature.</summary>
    public static GameFamily HighLimitVideo { get; } = Slot(
        "High-limit video",
        "Video Slots",
        [1, 1, 2],
        ["Imperial Heron", "Black Opal", "Midnight Orchard"],
        (0.04m, 0.065m),
        (1, 0.15m), (2, 0.31m), (5, 0.28m), (10, 0.14m), (25, 0.07m), (50, 0.03m), (200, 0.014m), (1_000, 0.006m));

    /// <summary>Numbers drawn from eighty; long odds.</summary>
    public static GameFamily Keno { get; } = Slot(
        "Keno",
        "Video Keno",
        [1, 2, 4],
        ["Four Card Keno", "Caveman's Numbers"],
        (0.06m, 0.1m),
        (1, 0.10m), (3, 0.18m), (10, 0.20m), (20, 0.18m), (100, 0.16m), (400, 0.10m), (2_000, 0.05m), (7_000, 0.03m));

    /// <summary>
    /// A wheel of 38 numbers for many players. Of 100 games 55 are on even chances, 20 on dozens, 10 on corners, 5 on splits and 10 on
    /// a number; the house's share of each is the two zeros.
    /// </summary>
    public static GameFamily Roulette { get; } = new(
        "Electronic roulette",
        "Electronic Table",
        [1, 2, 5],
        ["Stadium Roulette", "Riviera Wheel"],
        [ParSheet.OfCounts(38 * 100, new PayLine(2, 18 * 55), new PayLine(3, 12 * 20), new PayLine(9, 4 * 10), new PayLine(18, 2 * 5), new PayLine(36, 1 * 10))]);

    /// <summary>Draw poker that pays from a pair of jacks, in the usual pay tables.</summary>
    public static GameFamily JacksOrBetter { get; } = new(
        "Jacks or better", "Video Poker", [1, 5, 5], ["Pairs and Aces", "Jacks on the River"], PokerTables.JacksOrBetter);

    /// <summary>Draw poker with extra pay for four of a kind.</summary>
    public static GameFamily BonusPoker { get; } = Slot(
        "Bonus poker",
        "Video Poker",
        [1, 5, 5],
        ["Bonus Draw Poker", "Aces at Dusk"],
        (0.015m, 0.05m),
        (1, 0.215m), (2, 0.26m), (3, 0.225m), (4, 0.045m), (5, 0.056m), (8, 0.095m), (25, 0.041m), (40, 0.021m), (50, 0.006m), (80, 0.016m), (800, 0.02m));

    /// <summary>Draw poker in which every deuce is wild.</summary>
    public static GameFamily DeucesWild { get; } = Slot(
        "Deuces wild",
        "Video Poker",
        [1, 5, 5],
        ["Deuces Parade", "Wild Twos"],
        (0.015m, 0.05m),
        (1, 0.285m), (2, 0.16m), (3, 0.064m), (5, 0.325m), (9, 0.037m), (15, 0.048m), (25, 0.045m), (200, 0.018m), (800, 0.018m));

    /// <summary>All families.</summary>
    public static IReadOnlyList<GameFamily> All { get; } =
    [
        MultiLine, HoldAndSpin, LinkedPenny, Reels, Wheel, Progressive, HighLimitReels, HighLimitVideo, Keno, Roulette, JacksOrBetter, BonusPoker,
        DeucesWild,
    ];

    // Makers sell a game with several holds; half a point apart is usual.
    private static GameFamily Slot(
        string name, string machineType, int[] credits, string[] themes, (decimal Low, decimal High) hold, params (decimal Multiple, decimal Share)[] wins)
    {
        var sheets = new List<ParSheet>();
        for (var at = hold.Low; at <= hold.High; at += 0.005m)
        {
            sheets.Add(ParSheet.OfShares(at, wins));
        }

        return new GameFamily(name, machineType, credits, themes, sheets);
    }
}
