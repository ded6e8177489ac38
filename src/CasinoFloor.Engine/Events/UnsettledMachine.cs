namespace CasinoFloor.Engine.Events;

/// <summary>What is left open at a machine: somebody or something has still to end it.</summary>
/// <param name="MachineId">The machine.</param>
public sealed record UnsettledMachine(string MachineId)
{
    /// <summary>The hand pay that waits for its reset; zero for none.</summary>
    public Money HandPay { get; init; }

    /// <summary>The power is off.</summary>
    public bool IsPowerOff { get; init; }

    /// <summary>It tilts.</summary>
    public bool IsTilted { get; init; }

    /// <summary>A door is open.</summary>
    public bool IsDoorOpen { get; init; }

    /// <summary>An employee's card is in.</summary>
    public bool HasEmployeeCard { get; init; }

    /// <summary>A player's card is in.</summary>
    public bool HasPlayerCard { get; init; }

    /// <summary>The player called for service.</summary>
    public bool IsLampOn { get; init; }
}
