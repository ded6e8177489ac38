namespace CasinoFloor.Web.KeyFigures;

/// <summary>The whole floor in one closed minute, as <c>kql/usual/floor_minutes</c> gives it.</summary>
/// <param name="Games">Games played.</param>
/// <param name="CoinIn">Wagered.</param>
/// <param name="CoinOut">Paid.</param>
/// <param name="TheoreticalWin">What machines with a known par sheet should hold of <paramref name="RatedCoinIn"/>.</param>
/// <param name="RatedCoinIn">Wagered at machines with a known par sheet.</param>
/// <param name="Jackpots">Hand pays at or over the large-win threshold.</param>
/// <param name="Machines">Machines that played in the 5 minutes it belongs to; null while those are not all closed.</param>
public readonly record struct FloorMinute(
    long Games, double CoinIn, double CoinOut, double TheoreticalWin, double RatedCoinIn, long Jackpots, long? Machines);
