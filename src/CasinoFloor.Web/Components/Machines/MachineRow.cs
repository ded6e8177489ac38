using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Components.Machines;

/// <summary>A machine of the list: what it is and how it is. Immutable, shared by all viewers.</summary>
/// <param name="Info">What it is and where it stands.</param>
/// <param name="Cell">How it is, in the codes of the map.</param>
public sealed record MachineRow(MachineInfo Info, MachineCell Cell)
{
    /// <summary>Its section; never empty.</summary>
    public string Section { get; } = Info.Location.FloorSection.Length > 0 ? Info.Location.FloorSection : FloorPlan.NoSection;

    /// <summary>State of service and what holds besides, in words.</summary>
    public string State { get; } = string.Join(" · ", Conditions.Names(Cell.Flags).Prepend(Conditions.Name(Cell.Status)));

    /// <summary>Whether somebody should look at it.</summary>
    public bool WantsAttention =>
        Cell.Status is MachineStatus.Offline or MachineStatus.PowerOff or MachineStatus.NeedsAttention or MachineStatus.Critical
        || (Cell.Flags & (MachineFlags.Locked | MachineFlags.DoorOpen | MachineFlags.Tilt | MachineFlags.HopperLow | MachineFlags.ServiceLamp)) != 0;
}
