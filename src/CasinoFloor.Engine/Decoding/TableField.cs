namespace CasinoFloor.Engine.Decoding;

/// <summary>Canonical fields of a table event; the names in messages and settings are in <see cref="StreamFields"/>.</summary>
internal enum TableField : byte
{
    EventId,
    EventType,
    EventTimestamp,
    TableId,
    Amount,
    ChipDenomination,
    MinBet,
    MaxBet,
    AverageBet,
    TheoreticalWin,
    ActualWinLoss,
    DropAmount,
    HandsPlayed,
    HoursPlayed,
    GameType,
    FloorSection,
    DealerId,
    PlayerId,
    RatingId,
    MarkerNumber,
    SlipNumber,
    Shift,
}
