namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>Games that are alike: how their return is spread over the wins, and what can be wagered.</summary>
/// <remarks>
/// Every multiple of every wager is a whole number of cents (half multiples only with even credits), so that payouts need no rounding
/// and the actual hold converges to the theoretical one exactly.
/// </remarks>
internal sealed class GameFamily
{
    private GameFamily(string machineType, (double Multiple, double Share)[] wins, int[] credits, string[] themes)
    {
        MachineType = machineType;
        Wins = wins;
        Credits = credits;
        Themes = themes;
    }

    /// <summary>Many small wins and a far-away top award; played in pennies with many credits.</summary>
    public static GameFamily MultiLine { get; } = new(
        "Video Slots",
        [(0.5, 0.08), (1, 0.12), (2, 0.15), (5, 0.20), (10, 0.15), (25, 0.12), (100, 0.09), (500, 0.05), (2_500, 0.04)],
        [40, 50, 60, 80, 100, 150, 200, 300],
        ["Golden Heron", "Lucky Lanterns", "River Queen", "Jade Orchard", "Wild Harbor", "Moonlit Fox", "Copper Rush"]);

    /// <summary>Three reels, one to three credits.</summary>
    public static GameFamily Reels { get; } = new(
        "Mechanical Reels",
        [(1, 0.08), (2, 0.22), (5, 0.24), (10, 0.18), (25, 0.12), (50, 0.08), (200, 0.05), (1_600, 0.03)],
        [1, 2, 3],
        ["Royal Sevens", "Double Aurora", "Thunder Mesa", "Crystal Canyon", "Desert Comet"]);

    /// <summary>Linked top award: the same reels with more of the return in the top.</summary>
    public static GameFamily Progressive { get; } = new(
        "Progressive",
        [(1, 0.10), (2, 0.22), (5, 0.22), (10, 0.16), (25, 0.12), (100, 0.08), (1_000, 0.05), (5_000, 0.05)],
        [1, 2, 3],
        ["Emperor's Ladder", "Star of Tonopah", "Grand Meridian"]);

    /// <summary>Draw poker, five credits: shares of the common 9/6 pay table under optimal play.</summary>
    public static GameFamily VideoPoker { get; } = new(
        "Video Poker",
        [(1, 0.2156), (2, 0.2597), (3, 0.2244), (4, 0.0451), (6, 0.0664), (9, 0.1041), (25, 0.0594), (50, 0.0055), (800, 0.0198)],
        [1, 5, 5],
        ["Pairs and Aces", "Bonus Draw Poker", "Deuces Parade"]);

    /// <summary>High denominations, one or two credits, gentle: the house does not want to pay by hand at every tenth game.</summary>
    public static GameFamily HighLimit { get; } = new(
        "Mechanical Reels",
        [(1, 0.16), (2, 0.33), (5, 0.27), (10, 0.12), (20, 0.07), (50, 0.03), (200, 0.013), (800, 0.007)],
        [1, 1, 1, 2],
        ["Platinum Sevens", "Monarch's Table", "Double Aurora High Limit"]);

    /// <summary>Kind of machine.</summary>
    public string MachineType { get; }

    /// <summary>Multiple of the wager and its share of the whole return.</summary>
    public (double Multiple, double Share)[] Wins { get; }

    /// <summary>Wagers in credits; a wager named twice is chosen twice as often.</summary>
    public int[] Credits { get; }

    /// <summary>Names of the games.</summary>
    public string[] Themes { get; }
}
