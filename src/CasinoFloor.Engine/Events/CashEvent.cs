namespace CasinoFloor.Engine.Events;

/// <summary>Which way cash moved across the cage's counter, seen from the house.</summary>
public enum CashDirection : byte
{
    /// <summary>No cash: cheques, wires, markers and chips alone, and slot jackpot payouts.</summary>
    None,

    /// <summary>Cash came in.</summary>
    In,

    /// <summary>Cash went out.</summary>
    Out,
}

/// <summary>A validated cage transaction in UTC.</summary>
public struct CashEvent
{
    /// <summary>When it happened, UTC ticks.</summary>
    public long Timestamp { get; set; }

    /// <summary>Index of the raw message in the batch.</summary>
    public int Message { get; set; }

    /// <summary>The engine's verdict.</summary>
    public EventOutcome Outcome { get; set; }

    /// <summary>What the transaction counts as towards cash totals.</summary>
    public CashDirection Direction { get; set; }

    /// <summary>Hash of the event's identity within its stream.</summary>
    public UInt128 Identity { get; set; }

    /// <summary>Amount, greater than or equal to zero.</summary>
    public Money Amount { get; set; }

    /// <summary>Canonical transaction type, upper case: <c>CASH_IN</c>, <c>CHIP_REDEMPTION</c>, ...</summary>
    public TextSlice Type { get; set; }

    /// <summary>The feed's transaction id.</summary>
    public TextSlice EventId { get; set; }

    /// <summary>Player.</summary>
    public TextSlice PlayerId { get; set; }

    /// <summary>Currency code.</summary>
    public TextSlice Currency { get; set; }

    /// <summary>Cash, Check, Chip, Wire, Marker.</summary>
    public TextSlice PaymentMethod { get; set; }

    /// <summary>Cage window.</summary>
    public TextSlice CageLocation { get; set; }

    /// <summary>Cashier.</summary>
    public TextSlice CashierId { get; set; }

    /// <summary>Supervisor.</summary>
    public TextSlice SupervisorId { get; set; }

    /// <summary>Shift name.</summary>
    public TextSlice Shift { get; set; }

    /// <summary>Marker number.</summary>
    public TextSlice MarkerNumber { get; set; }
}
