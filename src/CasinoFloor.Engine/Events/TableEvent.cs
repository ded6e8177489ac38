namespace CasinoFloor.Engine.Events;

/// <summary>A validated table-game event in UTC: buy-ins, ratings, fills, credits, markers, shifts.</summary>
public struct TableEvent
{
    /// <summary>When it happened, UTC ticks.</summary>
    public long Timestamp { get; set; }

    /// <summary>Index of the raw message in the batch.</summary>
    public int Message { get; set; }

    /// <summary>The engine's verdict.</summary>
    public EventOutcome Outcome { get; set; }

    /// <summary>Hash of the event's identity within its stream.</summary>
    public UInt128 Identity { get; set; }

    /// <summary>Amount of the transaction, at least zero; null is not given.</summary>
    public Money? Amount { get; set; }

    /// <summary>Chip denomination; null is not given.</summary>
    public Money? ChipDenomination { get; set; }

    /// <summary>Table minimum; null is not given.</summary>
    public Money? MinBet { get; set; }

    /// <summary>Table maximum; null is not given.</summary>
    public Money? MaxBet { get; set; }

    /// <summary>Average bet of a rating; null is not given.</summary>
    public Money? AverageBet { get; set; }

    /// <summary>Theoretical win of a rating; null is not given.</summary>
    public Money? TheoreticalWin { get; set; }

    /// <summary>The player's actual win (positive) or loss (negative); null is not given.</summary>
    public Money? ActualWinLoss { get; set; }

    /// <summary>Cash and markers in the drop box; null is not given.</summary>
    public Money? Drop { get; set; }

    /// <summary>Hands played in a rating; -1 is not given.</summary>
    public int HandsPlayed { get; set; }

    /// <summary>Hours played in a rating; NaN is not given.</summary>
    public float HoursPlayed { get; set; }

    /// <summary>Canonical event type, upper case: <c>BUY_IN</c>, <c>CASH_OUT</c>, <c>RATING_START</c>, ...</summary>
    public TextSlice Type { get; set; }

    /// <summary>The feed's event id.</summary>
    public TextSlice EventId { get; set; }

    /// <summary>The table; never empty.</summary>
    public TextSlice TableId { get; set; }

    /// <summary>Blackjack, baccarat, ...</summary>
    public TextSlice GameType { get; set; }

    /// <summary>Pit or section.</summary>
    public TextSlice FloorSection { get; set; }

    /// <summary>Dealer.</summary>
    public TextSlice DealerId { get; set; }

    /// <summary>Player.</summary>
    public TextSlice PlayerId { get; set; }

    /// <summary>Rating.</summary>
    public TextSlice RatingId { get; set; }

    /// <summary>Marker number.</summary>
    public TextSlice MarkerNumber { get; set; }

    /// <summary>Fill or credit slip.</summary>
    public TextSlice SlipNumber { get; set; }

    /// <summary>Shift name.</summary>
    public TextSlice Shift { get; set; }
}
