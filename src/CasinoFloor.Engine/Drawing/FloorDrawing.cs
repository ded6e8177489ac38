namespace CasinoFloor.Engine.Drawing;

/// <summary>
/// What a floor map draws under the machines: walls, aisles, entrances, cage, pits, tables, bars and the areas of the sections. Coordinates are
/// those of the machines (<c>machine_locations</c>): the same unit, x from the left, y from the top.
/// </summary>
public sealed record FloorDrawing
{
    /// <summary>A drawing of nothing.</summary>
    public static FloorDrawing Empty { get; } = new();

    /// <summary>Width of what is drawn; 0 when nothing is.</summary>
    public double Width { get; init; }

    /// <summary>Height (depth) of what is drawn; 0 when nothing is.</summary>
    public double Height { get; init; }

    /// <summary>The shapes, in the order in which they are drawn: what comes later lies above.</summary>
    public IReadOnlyList<FloorShape> Shapes { get; init; } = [];
}
