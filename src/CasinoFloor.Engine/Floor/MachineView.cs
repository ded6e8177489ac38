namespace CasinoFloor.Engine.Floor;

/// <summary>A machine's state of service, worst last. The numbers are part of the binary frame.</summary>
public enum MachineStatus : byte
{
    /// <summary>Nothing heard of it yet.</summary>
    Unknown = 0,

    /// <summary>Events arrive.</summary>
    InService = 1,

    /// <summary>Silent for the idle time.</summary>
    Idle = 2,

    /// <summary>Silent for the offline time.</summary>
    Offline = 3,

    /// <summary>It reported that power went off.</summary>
    PowerOff = 4,

    /// <summary>More errors than a healthy machine has.</summary>
    NeedsAttention = 5,

    /// <summary>A burst of errors.</summary>
    Critical = 6,
}

/// <summary>What holds for a machine besides its status. The bits are part of the binary frame.</summary>
[Flags]
public enum MachineFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Locked by a hand pay.</summary>
    Locked = 1,

    /// <summary>A door is open.</summary>
    DoorOpen = 2,

    /// <summary>Tilted.</summary>
    Tilt = 4,

    /// <summary>The hopper wants filling.</summary>
    HopperLow = 8,

    /// <summary>Hot against its peers.</summary>
    Hot = 16,

    /// <summary>Cold against its peers.</summary>
    Cold = 32,

    /// <summary>A player's card is in.</summary>
    Carded = 64,

    /// <summary>The player called for service.</summary>
    ServiceLamp = 128,
}

/// <summary>Who plays a machine. The numbers are part of the binary frame.</summary>
public enum Occupancy : byte
{
    /// <summary>Nobody: no game in the last 5 minutes, and no player's card.</summary>
    Free = 0,

    /// <summary>Somebody without a card: a game in the last 5 minutes.</summary>
    Uncarded = 1,

    /// <summary>A guest with a card: it is in, or a game was played with it in the last 5 minutes.</summary>
    Carded = 2,
}

/// <summary>What the map shows of a machine.</summary>
/// <param name="Status">State of service.</param>
/// <param name="Flags">What holds besides.</param>
/// <param name="Heat">Heat score: events of the last 5 minutes / 100.</param>
/// <param name="CoinInPerMinute">Coin-in per minute over the last 5 minutes, in currency units.</param>
/// <param name="HoldDelta">
/// Actual hold of the last 60 minutes less theoretical hold, in percentage points; NaN while coin-in is zero or the par sheet is unknown.
/// </param>
public readonly record struct MachineView(
    MachineStatus Status,
    MachineFlags Flags,
    float Heat,
    float CoinInPerMinute,
    float HoldDelta)
{
    /// <summary>Who plays it.</summary>
    public Occupancy Occupancy { get; init; }

    /// <summary>The newest win (a game or hand pay that paid) of the last 15 minutes, in currency units; 0 for none.</summary>
    public float LastWin { get; init; }
}
