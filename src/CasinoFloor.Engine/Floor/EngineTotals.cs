using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Floor;

/// <summary>
/// What the engine counted. For every stream: received = accepted + rejected + duplicates, and late is part of accepted.
/// </summary>
public sealed record EngineTotals
{
    /// <summary>By stream, indexed by <see cref="EventStream"/>.</summary>
    public required IReadOnlyList<StreamTotals> Streams { get; init; }

    /// <summary>Machine-minutes closed, corrections not counted again.</summary>
    public long Windows { get; init; }

    /// <summary>Corrections of closed machine-minutes.</summary>
    public long Corrections { get; init; }
}

/// <summary>Counts of one stream.</summary>
public sealed record StreamTotals
{
    /// <summary>The stream.</summary>
    public required EventStream Stream { get; init; }

    /// <summary>Messages taken in.</summary>
    public long Received { get; init; }

    /// <summary>Valid events counted once, late ones included.</summary>
    public long Accepted { get; init; }

    /// <summary>Refused, indexed by <see cref="RejectionReason"/>.</summary>
    public required IReadOnlyList<long> Rejected { get; init; }

    /// <summary>Seen before.</summary>
    public long Duplicates { get; init; }

    /// <summary>Accepted after their window had closed.</summary>
    public long Late { get; init; }

    /// <summary>Coin-in.</summary>
    public Money CoinIn { get; init; }

    /// <summary>Coin-out.</summary>
    public Money CoinOut { get; init; }

    /// <summary>SPIN or JACKPOT with a payout at or over the large-win threshold.</summary>
    public long LargeWins { get; init; }
}
