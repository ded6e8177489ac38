namespace CasinoFloor.Engine.Drawing;

/// <summary>A shape of a <see cref="FloorDrawing"/>.</summary>
public sealed record FloorShape
{
    /// <summary>What it is.</summary>
    public required FloorShapeKind Kind { get; init; }

    /// <summary>Text to be shown at its middle; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Whether the last point is joined to the first: a polygon, otherwise a line.</summary>
    public bool Closed { get; init; }

    /// <summary>Its corners, at least two.</summary>
    public required IReadOnlyList<FloorPoint> Points { get; init; }

    /// <summary>A rectangle.</summary>
    public static FloorShape Rectangle(FloorShapeKind kind, string label, double left, double top, double width, double height) => new()
    {
        Kind = kind,
        Label = label,
        Closed = true,
        Points = [new(left, top), new(left + width, top), new(left + width, top + height), new(left, top + height)],
    };

    /// <summary>A straight line.</summary>
    public static FloorShape Line(FloorShapeKind kind, string label, FloorPoint from, FloorPoint to) =>
        new() { Kind = kind, Label = label, Points = [from, to] };
}

/// <summary>A place on the floor.</summary>
/// <param name="X">From the left, in the unit of the machines' coordinates.</param>
/// <param name="Y">From the top.</param>
public readonly record struct FloorPoint(double X, double Y);

/// <summary>What a shape of a floor drawing is.</summary>
public enum FloorShapeKind
{
    /// <summary>The area of a section.</summary>
    Section,

    /// <summary>A way between sections.</summary>
    Aisle,

    /// <summary>A pit of table games.</summary>
    Pit,

    /// <summary>A table game.</summary>
    Table,

    /// <summary>The cage.</summary>
    Cage,

    /// <summary>A bar.</summary>
    Bar,

    /// <summary>A wall.</summary>
    Wall,

    /// <summary>A way in.</summary>
    Entrance,
}
