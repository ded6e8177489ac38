using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Floor;

/// <summary>A machine's figures for a tool-tip, at one moment.</summary>
public sealed record MachineDetail
{
    /// <summary>What and where it is.</summary>
    public required MachineInfo Info { get; init; }

    /// <summary>As on the map.</summary>
    public required MachineView View { get; init; }

    /// <summary>The engine's clock, UTC.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Time of its newest event, UTC; null before the first.</summary>
    public DateTime? LastSeen { get; init; }

    /// <summary>Games of the last 5 minutes.</summary>
    public int Spins { get; init; }

    /// <summary>Coin-in of the last 5 minutes.</summary>
    public Money CoinIn { get; init; }

    /// <summary>Coin-out of the last 5 minutes.</summary>
    public Money CoinOut { get; init; }

    /// <summary>Hold of the last 60 minutes in percent; null is unknown.</summary>
    public double? HoldPercent { get; init; }

    /// <summary>Games of the last 60 minutes: the sample behind <see cref="HoldPercent"/>.</summary>
    public int HoldSample { get; init; }

    /// <summary>Hopper fill in percent; null is unknown.</summary>
    public float? HopperLevel { get; init; }

    /// <summary>ERROR events of the last 15 minutes.</summary>
    public int Errors { get; init; }

    /// <summary>The hand pay that locks it; null when it is not locked.</summary>
    public Money? LockedBy { get; init; }
}
