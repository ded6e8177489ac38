namespace CasinoFloor.Engine.Floor;

/// <summary>
/// The floor as the engine has it. Not thread-safe: only readable on the engine's own task, from
/// <see cref="IFloorObserver.OnTick"/>.
/// </summary>
public interface IFloorState
{
    /// <summary>Rises whenever a machine appears or its <see cref="MachineInfo"/> changes: viewers then need a fresh snapshot.</summary>
    int LayoutVersion { get; }

    /// <summary>The machines known, by index.</summary>
    IReadOnlyList<MachineInfo> Infos { get; }

    /// <summary>What the map shows of each machine, by index; as of the last capture.</summary>
    ReadOnlySpan<MachineView> Views { get; }

    /// <summary>Figures and lists; as of the last capture.</summary>
    FloorSummary Summary { get; }

    /// <summary>A machine's figures; null when no machine has the index.</summary>
    MachineDetail? Detail(int index);
}

/// <summary>Told of the floor's state on the engine's task, at every tick (250 ms by default). Must be quick and must not block.</summary>
public interface IFloorObserver
{
    /// <summary>The state was captured; it may be read until this call returns.</summary>
    void OnTick(IFloorState floor);
}
