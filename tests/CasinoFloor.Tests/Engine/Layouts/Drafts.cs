using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Tests.Engine.Layouts;

/// <summary>Small drafts to edit.</summary>
internal static class Drafts
{
    public static LayoutPlace At(string id, double x, double y, string bank = "B-1") => new(id, "Main", bank, new FloorPoint(x, y));

    public static LayoutPlace Nowhere(string id, string bank = "") => new(id, "Main", bank, null);

    /// <summary>A bank of two, one apart, and one in the tray.</summary>
    public static LayoutDocument Small() => new([At("A", 10, 10), At("B", 11, 10), At("C", 20, 5, "B-2"), Nowhere("D")]);

    public static LayoutEditor Editor(double grid = 0, bool neighbours = false, LayoutDocument? document = null) =>
        new(document ?? Small(), machineSize: 0.8) { Snap = new SnapRule(grid, neighbours) };
}
