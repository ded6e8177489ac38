namespace CasinoFloor.Engine.Decoding;

/// <summary>Canonical fields of a slot event; the names in messages and settings are in <see cref="StreamFields"/>.</summary>
internal enum SlotField : byte
{
    EventId,
    EventType,
    EventTimestamp,
    MachineId,
    WagerAmount,
    PayoutAmount,
    BillAmount,
    TicketAmount,
    MeterCoinIn,
    MeterCoinOut,
    FloorSection,
    Denomination,
    PlayerId,
    SessionId,
    HopperLevel,
    ErrorCode,
    ErrorMessage,
    MachineType,
    Manufacturer,
    GameTheme,
    TheoreticalHold,
}
