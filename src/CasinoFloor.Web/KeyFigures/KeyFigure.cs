namespace CasinoFloor.Web.KeyFigures;

/// <summary>A key figure of the floor.</summary>
public enum KeyFigure
{
    /// <summary>Games per minute.</summary>
    Games,

    /// <summary>Wagered.</summary>
    CoinIn,

    /// <summary>Paid.</summary>
    CoinOut,

    /// <summary>(coin-in - coin-out) / coin-in x 100.</summary>
    Hold,

    /// <summary>What the par sheets say that should be held of the coin-in.</summary>
    TheoreticalWin,

    /// <summary>Machines that played within 5 minutes, on average.</summary>
    Occupancy,

    /// <summary>Hand pays at or over the large-win threshold.</summary>
    Jackpots,
}
