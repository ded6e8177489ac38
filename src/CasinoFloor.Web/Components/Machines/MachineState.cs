using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;

namespace CasinoFloor.Web.Components.Machines;

/// <summary>A state that the list can be narrowed to.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Holds">Whether a machine is in it.</param>
public sealed record MachineState(string Name, Func<MachineRow, bool> Holds)
{
    /// <summary>All of them: what wants attention first, then states of service, then what holds besides.</summary>
    public static IReadOnlyList<MachineState> All { get; } =
    [
        new("Wants attention", row => row.WantsAttention),
        .. Enum.GetValues<MachineStatus>().Select(status => new MachineState(Conditions.Name(status), row => row.Cell.Status == status)),
        .. Enum.GetValues<MachineFlags>().Where(flag => flag != MachineFlags.None)
            .Select(flag => new MachineState(Conditions.Names(flag).Single(), row => row.Cell.Flags.HasFlag(flag))),
    ];
}
