using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Web.Live;

/// <summary>
/// The machines of the floor and where they stand. Immutable. A floor becomes known machine by machine, event by event: layouts that look alike share one drawing,
/// which is sent to a viewer once.
/// </summary>
public sealed class FloorLayout
{
    private readonly Lazy<FloorPlan> _plan;
    private readonly Lazy<byte[]> _bytes;

    internal FloorLayout(int version, IReadOnlyList<MachineInfo> machines, FloorLayout? before = null, LayoutBackground? background = null)
    {
        Version = version;
        Machines = machines;
        Background = background;
        if (before is not null && before.Background == background && LooksAlike(before.Machines, machines))
        {
            (DrawnVersion, _plan, _bytes) = (before.DrawnVersion, before._plan, before._bytes);
            return;
        }

        DrawnVersion = version;
        _plan = new(() => FloorPlan.Arrange(machines));
        _bytes = new(() => LayoutMessage.Encode(this));
    }

    /// <summary>The engine's layout version.</summary>
    public int Version { get; }

    /// <summary>The version whose drawing this is: the same for layouts that look alike.</summary>
    public int DrawnVersion { get; }

    /// <summary>The machines, by index.</summary>
    public IReadOnlyList<MachineInfo> Machines { get; }

    /// <summary>The picture under them; null for none.</summary>
    public LayoutBackground? Background { get; }

    /// <summary>How many machines there are.</summary>
    public int Count => Machines.Count;

    /// <summary>Where each machine is drawn; arranged when first asked for, off the engine's task.</summary>
    public FloorPlan Plan => _plan.Value;

    /// <summary>The layout message; shared, never to be written to.</summary>
    public byte[] Bytes => _bytes.Value;

    /// <summary>Whether who shows the other layout shows this one.</summary>
    public bool IsDrawnAs(FloorLayout? other) => ReferenceEquals(_plan, other?._plan);

    private static bool LooksAlike(IReadOnlyList<MachineInfo> before, IReadOnlyList<MachineInfo> now) =>
        before.Count == now.Count && before.Zip(now).All(pair => ReferenceEquals(pair.First, pair.Second) || IsSamePlace(pair.First.Location, pair.Second.Location));

    private static bool IsSamePlace(MachineLocation x, MachineLocation y) =>
        (x.MachineId, x.FloorSection, x.Bank, x.X, x.Y) == (y.MachineId, y.FloorSection, y.Bank, y.X, y.Y);
}
