namespace CasinoFloor.Engine.Events;

/// <summary>
/// A validated slot event in UTC. Money by type: <see cref="Wager"/> and <see cref="Payout"/> are coin-in and coin-out and
/// are set on <see cref="SlotEventType.Spin"/> and <see cref="SlotEventType.Jackpot"/> only; bills, tickets and lifetime
/// meters have fields of their own, so that no sum can mix them up.
/// </summary>
public struct SlotEvent
{
    /// <summary>When it happened, UTC ticks.</summary>
    public long Timestamp { get; set; }

    /// <summary>Index of the raw message in the batch: partition, offset, enqueue time.</summary>
    public int Message { get; set; }

    /// <summary>Canonical type.</summary>
    public SlotEventType Type { get; set; }

    /// <summary>The engine's verdict.</summary>
    public EventOutcome Outcome { get; set; }

    /// <summary>
    /// Hash of the event's identity within its stream, for de-duplication: of its event id, or without one of its position; zero
    /// where an event without an id comes back from the Eventhouse.
    /// </summary>
    public UInt128 Identity { get; set; }

    /// <summary>Amount wagered (coin-in).</summary>
    public Money Wager { get; set; }

    /// <summary>Amount won (coin-out).</summary>
    public Money Payout { get; set; }

    /// <summary>Value of a bill (<see cref="SlotEventType.BillIn"/>).</summary>
    public Money Bill { get; set; }

    /// <summary>Value of a voucher (<see cref="SlotEventType.TicketIn"/>, <see cref="SlotEventType.TicketOut"/>).</summary>
    public Money Ticket { get; set; }

    /// <summary>Lifetime coin-in meter (<see cref="SlotEventType.MeterUpdate"/>).</summary>
    public Money MeterCoinIn { get; set; }

    /// <summary>Lifetime coin-out meter (<see cref="SlotEventType.MeterUpdate"/>).</summary>
    public Money MeterCoinOut { get; set; }

    /// <summary>Value of one credit; zero is unknown.</summary>
    public Money Denomination { get; set; }

    /// <summary>Hopper fill in percent, 0 to 100; NaN is unknown.</summary>
    public float HopperLevel { get; set; }

    /// <summary>The par sheet's hold as a fraction, 0 to 1; NaN is unknown.</summary>
    public float TheoreticalHold { get; set; }

    /// <summary>The feed's event id; empty when it gave none.</summary>
    public TextSlice EventId { get; set; }

    /// <summary>The machine; never empty.</summary>
    public TextSlice MachineId { get; set; }

    /// <summary>Floor section.</summary>
    public TextSlice FloorSection { get; set; }

    /// <summary>Player, when carded.</summary>
    public TextSlice PlayerId { get; set; }

    /// <summary>Player session.</summary>
    public TextSlice SessionId { get; set; }

    /// <summary>Error code.</summary>
    public TextSlice ErrorCode { get; set; }

    /// <summary>Error text.</summary>
    public TextSlice ErrorMessage { get; set; }

    /// <summary>Kind of machine.</summary>
    public TextSlice MachineType { get; set; }

    /// <summary>Manufacturer.</summary>
    public TextSlice Manufacturer { get; set; }

    /// <summary>Game theme.</summary>
    public TextSlice GameTheme { get; set; }
}
