namespace CasinoFloor.Engine.Events;

/// <summary>Canonical slot event types. What each means for money is stated with <see cref="SlotEvent"/>.</summary>
public enum SlotEventType : byte
{
    /// <summary>One game played.</summary>
    Spin,

    /// <summary>A hand pay: locks the machine until it is reset.</summary>
    Jackpot,

    /// <summary>The hand pay was settled: unlocks the machine.</summary>
    JackpotReset,

    /// <summary>A bill was accepted.</summary>
    BillIn,

    /// <summary>A voucher was redeemed at the machine.</summary>
    TicketIn,

    /// <summary>A voucher was printed (also fed as CASH_OUT).</summary>
    TicketOut,

    /// <summary>Cumulative lifetime meters; never added to coin-in.</summary>
    MeterUpdate,

    /// <summary>A door was opened.</summary>
    DoorOpen,

    /// <summary>A door was closed.</summary>
    DoorClose,

    /// <summary>Power came on.</summary>
    PowerOn,

    /// <summary>Power went off.</summary>
    PowerOff,

    /// <summary>A tilt.</summary>
    Tilt,

    /// <summary>A machine error; the only type that the machine-down rules count.</summary>
    Error,

    /// <summary>The bill validator is jammed.</summary>
    BillJam,

    /// <summary>The machine itself says its hopper is low.</summary>
    HopperLow,

    /// <summary>The ticket printer is low on paper.</summary>
    PrinterLow,

    /// <summary>The player called for service.</summary>
    ServiceLampOn,

    /// <summary>The call for service ended.</summary>
    ServiceLampOff,

    /// <summary>A player's card was inserted.</summary>
    CardIn,

    /// <summary>A player's card was removed.</summary>
    CardOut,

    /// <summary>An employee's card was inserted.</summary>
    EmployeeCardIn,

    /// <summary>An employee's card was removed.</summary>
    EmployeeCardOut,

    /// <summary>The machine says it is there.</summary>
    Heartbeat,
}
