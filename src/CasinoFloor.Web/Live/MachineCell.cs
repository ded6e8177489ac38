using System.Runtime.InteropServices;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Live;

/// <summary>A machine on the wire: seven bytes, in the order of the fields. See <see cref="FloorScale"/> for the codes.</summary>
/// <param name="Status">State of service, by number.</param>
/// <param name="Flags">What holds besides, by bit.</param>
/// <param name="Heat">Code of the heat score.</param>
/// <param name="CoinIn">Code of the coin-in rate.</param>
/// <param name="Hold">Code of actual less theoretical hold.</param>
/// <param name="Occupancy">Who plays it, by number.</param>
/// <param name="LastWin">Code of the last win.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct MachineCell(MachineStatus Status, MachineFlags Flags, byte Heat, byte CoinIn, byte Hold, Occupancy Occupancy, byte LastWin)
{
    /// <summary>Bytes of a cell.</summary>
    public const int Size = 7;

    /// <summary>The cell of a machine's view.</summary>
    public static MachineCell From(in MachineView view) => new(
        view.Status,
        view.Flags,
        FloorScale.Heat(view.Heat),
        FloorScale.CoinIn(view.CoinInPerMinute),
        FloorScale.Hold(view.HoldDelta),
        view.Occupancy,
        FloorScale.Win(view.LastWin));
}
