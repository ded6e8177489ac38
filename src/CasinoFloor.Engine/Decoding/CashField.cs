namespace CasinoFloor.Engine.Decoding;

/// <summary>Canonical fields of a cage transaction; the names in messages and settings are in <see cref="StreamFields"/>.</summary>
internal enum CashField : byte
{
    EventId,
    EventType,
    EventTimestamp,
    Amount,
    PlayerId,
    Currency,
    PaymentMethod,
    CageLocation,
    CashierId,
    SupervisorId,
    Shift,
    MarkerNumber,
}
