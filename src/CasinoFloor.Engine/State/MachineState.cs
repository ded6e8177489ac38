namespace CasinoFloor.Engine.State;

/// <summary>
/// What the engine knows of a machine's present. Ticks are UTC; 0 is "never". Whatever an event says of the present is
/// taken only if no newer event said otherwise, so late and disordered events cannot turn the state back.
/// </summary>
internal struct MachineState
{
    // Touched by every event: kept together in one cache line.

    /// <summary>Time of the newest event.</summary>
    public long LastEvent;

    /// <summary>The engine's clock when it last heard of the machine.</summary>
    public long SeenAt;

    /// <summary>Time of the newest game.</summary>
    public long LastSpin;

    /// <summary>Time of the newest game with a player's card.</summary>
    public long LastCardedSpin;

    /// <summary>Conditions that hold now: bit n is the finding kind n.</summary>
    public int Conditions;

    /// <summary>What holds now.</summary>
    public MachineBits Bits;

    /// <summary>Whether the map's view of it must be made anew.</summary>
    public bool Dirty;

    /// <summary>Index of its section.</summary>
    public int Section;

    /// <summary>Index of its peer group: same section and denomination.</summary>
    public int PeerGroup;

    /// <summary>Hopper fill in percent; NaN is unknown.</summary>
    public float HopperLevel;

    /// <summary>Par sheet hold as a fraction; NaN is unknown.</summary>
    public float TheoreticalHold;

    /// <summary>Value of a credit in <see cref="Events.Money.Units"/>; 0 is unknown.</summary>
    public long DenominationUnits;

    // Touched by rarer events.

    /// <summary>Time of the newest game or hand pay that paid.</summary>
    public long LastWin;

    /// <summary>What it paid, in <see cref="Events.Money.Units"/>; of two at the same time the greater.</summary>
    public long LastWinUnits;

    /// <summary>Time of its first event that the engine saw.</summary>
    public long FirstEvent;

    /// <summary>When the hopper level was measured.</summary>
    public long HopperAt;

    /// <summary>Newest door event.</summary>
    public long DoorAt;

    /// <summary>Newest power event.</summary>
    public long PowerAt;

    /// <summary>Newest event about tilts.</summary>
    public long TiltAt;

    /// <summary>Newest event of an employee's card.</summary>
    public long EmployeeCardAt;

    /// <summary>Newest event of a player's card.</summary>
    public long PlayerCardAt;

    /// <summary>Newest service lamp event.</summary>
    public long ServiceLampAt;

    /// <summary>Newest hand-pay reset.</summary>
    public long LastReset;

    /// <summary>Amount of the newest hand pay in <see cref="Events.Money.Units"/>; 0 before the first.</summary>
    public long HandPayUnits;

    /// <summary>When it was first announced.</summary>
    public long HandPayStart;

    /// <summary>When it was last announced.</summary>
    public long HandPayAt;

    /// <summary>When it was reset, or played on after it; 0 while it is pending.</summary>
    public long HandPaySettled;
}

/// <summary>What may hold for a machine besides its conditions.</summary>
[Flags]
internal enum MachineBits : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A hand pay at or over the large-win threshold waits for its reset.</summary>
    Locked = 1,

    /// <summary>A door is open.</summary>
    DoorOpen = 2,

    /// <summary>Tilted.</summary>
    Tilt = 4,

    /// <summary>Power is off.</summary>
    PowerOff = 8,

    /// <summary>An employee's card is in.</summary>
    EmployeeCard = 16,

    /// <summary>A player's card is in.</summary>
    PlayerCard = 32,

    /// <summary>The player called for service.</summary>
    ServiceLamp = 64,
}
