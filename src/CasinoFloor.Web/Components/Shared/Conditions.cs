using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>What conditions are called on the screens.</summary>
public static class Conditions
{
    /// <summary>The name of a finding.</summary>
    public static string Name(FindingKind kind) => kind switch
    {
        FindingKind.Jackpot => "Hand pay",
        FindingKind.JackpotReset => "Hand pay reset",
        FindingKind.MachineDown => "Machine down",
        FindingKind.MachineCritical => "Machine critical",
        FindingKind.Tilt => "Tilt",
        FindingKind.PowerOff => "Power off",
        FindingKind.DoorWithoutCard => "Door open, no employee card",
        FindingKind.Idle => "Idle",
        FindingKind.Offline => "Offline",
        FindingKind.Hot => "Hot",
        FindingKind.Cold => "Cold",
        FindingKind.HopperFill => "Hopper fill",
        FindingKind.FloorDeviation => "Floor deviation",
        _ => kind.ToString(),
    };

    /// <summary>The name of a state of service.</summary>
    public static string Name(MachineStatus status) => status switch
    {
        MachineStatus.Unknown => "Not heard of yet",
        MachineStatus.InService => "In service",
        MachineStatus.Idle => "Idle",
        MachineStatus.Offline => "Offline",
        MachineStatus.PowerOff => "Power off",
        MachineStatus.NeedsAttention => "Needs attention",
        MachineStatus.Critical => "Critical",
        _ => status.ToString(),
    };

    /// <summary>What holds besides, in words; empty for nothing.</summary>
    public static IEnumerable<string> Names(MachineFlags flags)
    {
        if (flags.HasFlag(MachineFlags.Locked))
            yield return "Locked by a hand pay";
        if (flags.HasFlag(MachineFlags.DoorOpen))
            yield return "Door open";
        if (flags.HasFlag(MachineFlags.Tilt))
            yield return "Tilt";
        if (flags.HasFlag(MachineFlags.HopperLow))
            yield return "Hopper low";
        if (flags.HasFlag(MachineFlags.Hot))
            yield return "Hot";
        if (flags.HasFlag(MachineFlags.Cold))
            yield return "Cold";
        if (flags.HasFlag(MachineFlags.Carded))
            yield return "Player's card in";
        if (flags.HasFlag(MachineFlags.ServiceLamp))
            yield return "Service called";
    }
}
