using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Engine.Layouts;

/// <summary>Where a layout puts a machine.</summary>
/// <param name="MachineId">The machine's id.</param>
/// <param name="FloorSection">Floor section; empty is unknown. What the floor itself reports wins over it.</param>
/// <param name="Bank">Bank; empty for none.</param>
/// <param name="At">Its centre, in the unit of the machines' coordinates; null where it stands nowhere.</param>
public sealed record LayoutPlace(string MachineId, string FloorSection, string Bank, FloorPoint? At)
{
    /// <summary>How far from 0 a coordinate may be, ten kilometres in millimetres; beyond this it is a slip.</summary>
    public const double Farthest = 10_000_000;

    // A machine's place is known to the millimetre at best; more digits are noise of the arithmetic.
    private const int Digits = 3;

    /// <summary>The same machine elsewhere, rounded to thousandths of the unit.</summary>
    /// <remarks>Whoever moves machines asks <see cref="IsWithin(double)"/> first.</remarks>
    public LayoutPlace MovedTo(double x, double y) => this with { At = new FloorPoint(Math.Round(x, Digits), Math.Round(y, Digits)) };

    /// <summary>Whether a coordinate is a number within <see cref="Farthest"/>.</summary>
    public static bool IsWithin(double coordinate) => Math.Abs(coordinate) <= Farthest;

    /// <summary>Whether both coordinates are.</summary>
    public static bool IsWithin(FloorPoint at) => IsWithin(at.X) && IsWithin(at.Y);
}
