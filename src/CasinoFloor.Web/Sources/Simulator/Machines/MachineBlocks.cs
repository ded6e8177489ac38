namespace CasinoFloor.Web.Sources.Simulator.Machines;

/// <summary>Why a machine cannot be played.</summary>
[Flags]
internal enum MachineBlocks : byte
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>A door is open.</summary>
    Door = 1,

    /// <summary>It tilts.</summary>
    Tilt = 2,

    /// <summary>It is not heard.</summary>
    Silent = 4,

    /// <summary>Its own power is off.</summary>
    Power = 8,

    /// <summary>Its bank has no power.</summary>
    BankPower = 16,

    /// <summary>The card of a guest who is gone is in it.</summary>
    Card = 32,

    /// <summary>Nothing at all is sent.</summary>
    Mute = Silent | Power | BankPower,
}
