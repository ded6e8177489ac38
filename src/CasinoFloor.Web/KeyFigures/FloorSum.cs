using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.KeyFigures;

/// <summary>Figures of the floor over some minutes.</summary>
public readonly record struct FloorSum
{
    /// <summary>Minutes that are in it.</summary>
    public double Minutes { get; private init; }

    /// <summary>Wagered.</summary>
    public double CoinIn { get; private init; }

    /// <summary>Wagered at machines with a known par sheet.</summary>
    public double RatedCoinIn { get; private init; }

    private double Games { get; init; }

    private double CoinOut { get; init; }

    private double TheoreticalWin { get; init; }

    private double Jackpots { get; init; }

    private double Machines { get; init; }

    private int MachineMinutes { get; init; }

    /// <summary>The engine's last 5 minutes.</summary>
    public static FloorSum Of(FloorFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        const double Minutes = 5;
        return new FloorSum
        {
            Minutes = Minutes,
            Games = figures.SpinsPerMinute * Minutes,
            CoinIn = figures.CoinIn.ToDouble(),
            CoinOut = figures.CoinOut.ToDouble(),
            TheoreticalWin = figures.TheoreticalWin.ToDouble(),
            RatedCoinIn = figures.RatedCoinIn.ToDouble(),
            Jackpots = figures.Jackpots,
            Machines = figures.ActiveMachines,
            MachineMinutes = 1,
        };
    }

    /// <summary>With one minute more.</summary>
    public FloorSum Plus(FloorMinute minute) => new()
    {
        Minutes = Minutes + 1,
        Games = Games + minute.Games,
        CoinIn = CoinIn + minute.CoinIn,
        CoinOut = CoinOut + minute.CoinOut,
        TheoreticalWin = TheoreticalWin + minute.TheoreticalWin,
        RatedCoinIn = RatedCoinIn + minute.RatedCoinIn,
        Jackpots = Jackpots + minute.Jackpots,
        Machines = Machines + (minute.Machines ?? 0),
        MachineMinutes = MachineMinutes + (minute.Machines is null ? 0 : 1),
    };

    /// <summary>As if it had as many minutes as another: amounts grow with the minutes, rates and shares stay.</summary>
    /// <param name="minutes">Over 0.</param>
    public FloorSum ScaledTo(double minutes)
    {
        var factor = minutes / Minutes;
        return this with
        {
            Minutes = minutes,
            Games = Games * factor,
            CoinIn = CoinIn * factor,
            CoinOut = CoinOut * factor,
            TheoreticalWin = TheoreticalWin * factor,
            RatedCoinIn = RatedCoinIn * factor,
            Jackpots = Jackpots * factor,
        };
    }

    /// <summary>A figure; null is unknown: no minute, hold without coin-in, theoretical win without a par sheet.</summary>
    public double? this[KeyFigure figure] => figure switch
    {
        _ when Minutes == 0 => null,
        KeyFigure.Games => Games / Minutes,
        KeyFigure.CoinIn => CoinIn,
        KeyFigure.CoinOut => CoinOut,
        KeyFigure.Hold => CoinIn > 0 ? (CoinIn - CoinOut) / CoinIn * 100 : null,
        KeyFigure.TheoreticalWin => RatedCoinIn > 0 || CoinIn == 0 ? TheoreticalWin : null,
        KeyFigure.Occupancy => MachineMinutes > 0 ? Machines / MachineMinutes : null,
        KeyFigure.Jackpots => Jackpots,
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };
}
