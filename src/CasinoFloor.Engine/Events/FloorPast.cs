namespace CasinoFloor.Engine.Events;

/// <summary>The past of a floor: how far it was stored before this start, and how its machines stood then.</summary>
/// <param name="Newest">Event time of the newest event stored, UTC.</param>
public sealed record FloorPast(DateTime Newest)
{
    /// <summary>What was left open at the machines; empty where all is settled.</summary>
    public IReadOnlyList<UnsettledMachine> Unsettled { get; init; } = [];

    /// <summary>The lifetime meters, each machine at most once; a machine that never reported any has none. Empty where the source knows no machines.</summary>
    public IReadOnlyList<MachineMeters> Meters { get; init; } = [];
}
