namespace CasinoFloor.Web.Sources.Simulator.Machines;

/// <summary>What the player of a machine does next.</summary>
internal enum PlayState : byte
{
    /// <summary>Nobody is there.</summary>
    Vacant,

    /// <summary>A player is about to sit down.</summary>
    Arriving,

    /// <summary>The player puts money in.</summary>
    Funding,

    /// <summary>Games are played.</summary>
    Playing,

    /// <summary>A win that is too large for the machine is about to be announced.</summary>
    WinPending,

    /// <summary>The machine is locked until the win has been paid by hand.</summary>
    Locked,

    /// <summary>The machine is locked, and an attendant is there.</summary>
    Attended,

    /// <summary>The win is paid; the attendant is about to go.</summary>
    Released,

    /// <summary>The player cashes out.</summary>
    Leaving,

    /// <summary>The player takes the card and goes.</summary>
    Departing,
}
