using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>A pit: its tables in a grid, with room for dealers and players.</summary>
/// <param name="name">Its name, as in the table events' <c>floor_section</c>.</param>
/// <param name="row">Its row of blocks.</param>
/// <param name="tables">The tables, by number from 0.</param>
internal sealed class PitLayout(string name, int row, IReadOnlyList<int> tables) : IFloorBlock
{
    private const double CellWidth = 4;
    private const double CellHeight = 3.4;
    private const double TableWidth = 2.2;
    private const double TableHeight = 1.3;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <inheritdoc />
    public int Row => row;

    /// <inheritdoc />
    public double Area => tables.Count * CellWidth * CellHeight;

    /// <inheritdoc />
    public double WidthAt(double height) => ColumnsAt(height) * CellWidth;

    /// <inheritdoc />
    public double HeightAt(double height) => (tables.Count + ColumnsAt(height) - 1) / ColumnsAt(height) * CellHeight;

    /// <summary>The pit and its tables.</summary>
    public IEnumerable<FloorShape> Draw(PlacedBlock placed)
    {
        yield return FloorShape.Rectangle(FloorShapeKind.Pit, name, placed.Left, placed.Top, WidthAt(placed.Height), HeightAt(placed.Height));
        var columns = ColumnsAt(placed.Height);
        foreach (var (place, table) in tables.Index())
        {
            yield return FloorShape.Rectangle(
                FloorShapeKind.Table,
                FormattableString.Invariant($"TBL-{table + 1:000}"),
                placed.Left + (place % columns * CellWidth) + ((CellWidth - TableWidth) / 2),
                placed.Top + (place / columns * CellHeight) + ((CellHeight - TableHeight) / 2),
                TableWidth,
                TableHeight);
        }
    }

    private int ColumnsAt(double height)
    {
        var rows = Math.Max(1, (int)(height / CellHeight));
        return Math.Max(1, (tables.Count + rows - 1) / rows);
    }
}
