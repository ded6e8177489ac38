using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Live;

/// <summary>The machines of the floor and where they stand. Immutable; sent to a viewer once for each version.</summary>
public sealed class FloorLayout
{
    private readonly Lazy<FloorPlan> _plan;
    private readonly Lazy<byte[]> _bytes;

    internal FloorLayout(int version, IReadOnlyList<MachineInfo> machines)
    {
        Version = version;
        Machines = machines;
        _plan = new(() => FloorPlan.Arrange(machines));
        _bytes = new(() => LayoutMessage.Encode(this));
    }

    /// <summary>The engine's layout version.</summary>
    public int Version { get; }

    /// <summary>The machines, by index.</summary>
    public IReadOnlyList<MachineInfo> Machines { get; }

    /// <summary>How many machines there are.</summary>
    public int Count => Machines.Count;

    /// <summary>Where each machine is drawn; arranged when first asked for, off the engine's task.</summary>
    public FloorPlan Plan => _plan.Value;

    /// <summary>The layout message; shared, never to be written to.</summary>
    public byte[] Bytes => _bytes.Value;
}
