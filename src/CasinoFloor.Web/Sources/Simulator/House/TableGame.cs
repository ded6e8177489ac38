using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>State of one simulated table.</summary>
internal sealed class TableGame
{
    /// <summary>Places at a table.</summary>
    public const int Places = 6;

    /// <param name="index">Its number.</param>
    /// <param name="houseSeed">Decides what is played there: the same on every day.</param>
    /// <param name="seed">Decides what happens.</param>
    public TableGame(int index, int houseSeed, int seed)
    {
        Index = index;
        var house = SimulatorRandom.For(houseSeed, ActionKind.Table, index);
        Random = seed == houseSeed ? house : SimulatorRandom.For(seed, ActionKind.Table, index);
        Kind = house.Pick(TableKind.All);
        MinBet = new Money(house.Pick(Kind.Minimums) * Money.Scale);
        Dealer = Random.Next(400);
    }

    public int Index { get; }

    public SimulatorRandom Random { get; }

    public TableKind Kind { get; }

    public Money MinBet { get; }

    public Money MaxBet => new(MinBet.Units * 100);

    public int Dealer { get; set; }

    public long DealerLeaves { get; set; }

    /// <summary>What lies in the drop box since the shift began.</summary>
    public Money Drop { get; set; }

    public List<TableSeat> Seats { get; } = new(Places);
}

/// <summary>A player at a table.</summary>
/// <param name="Player">The player's number.</param>
/// <param name="Rating">The rating's number.</param>
/// <param name="BoughtIn">What the player bought chips for.</param>
/// <param name="AverageBet">What the player bets on average.</param>
/// <param name="Since">Since when, simulated ticks.</param>
internal readonly record struct TableSeat(int Player, uint Rating, Money BoughtIn, Money AverageBet, long Since);

/// <summary>A kind of table game.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pit">Where its tables stand.</param>
/// <param name="HandsPerHour">Usual number of decisions.</param>
/// <param name="Edge">The house's advantage, 0 to 1.</param>
/// <param name="Minimums">Table minimums, whole currency units.</param>
internal sealed record TableKind(byte[] Name, byte[] Pit, int HandsPerHour, double Edge, int[] Minimums)
{
    /// <summary>The kinds; one named twice stands there twice as often.</summary>
    public static IReadOnlyList<TableKind> All { get; } =
    [
        new("Blackjack"u8.ToArray(), "Main Pit"u8.ToArray(), 70, 0.0075, [10, 15, 25, 50]),
        new("Blackjack"u8.ToArray(), "High Limit Pit"u8.ToArray(), 75, 0.006, [100, 200]),
        new("Roulette"u8.ToArray(), "Main Pit"u8.ToArray(), 38, 0.0526, [10, 15, 25]),
        new("Craps"u8.ToArray(), "Main Pit"u8.ToArray(), 48, 0.0152, [10, 15, 25]),
        new("Baccarat"u8.ToArray(), "High Limit Pit"u8.ToArray(), 72, 0.0115, [50, 100, 300]),
        new("Pai Gow"u8.ToArray(), "East Pit"u8.ToArray(), 34, 0.0265, [15, 25]),
    ];
}
