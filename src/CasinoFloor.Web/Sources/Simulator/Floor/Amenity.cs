using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>A cage or a bar: so many square metres.</summary>
internal sealed class Amenity(FloorShapeKind kind, string label, int row, double area) : IFloorBlock
{
    // Nobody builds a bar like a corridor.
    private const double LeastWidthToDepth = 0.6;

    /// <summary>What it is.</summary>
    public FloorShapeKind Kind => kind;

    /// <summary>Its name.</summary>
    public string Label => label;

    /// <inheritdoc />
    public int Row => row;

    /// <inheritdoc />
    public double Area => area;

    /// <inheritdoc />
    public double WidthAt(double height) => Math.Max(Math.Sqrt(area * LeastWidthToDepth), area / height);

    /// <inheritdoc />
    public double HeightAt(double height) => Math.Min(height, area / WidthAt(height));
}
