using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Floor;

/// <summary>A machine the engine knows.</summary>
/// <param name="Index">
/// Dense index given in order of appearance; the machine's number in every frame. Stable for the life of the process.
/// </param>
/// <param name="Location">What it is and where it stands.</param>
public sealed record MachineInfo(int Index, MachineLocation Location)
{
    /// <summary>Whether only a layout names it: neither the source, nor what is stored, nor an event has told of it.</summary>
    public bool IsLaidOnly { get; init; }

    /// <summary>The machine's id.</summary>
    public string Id => Location.MachineId;
}
