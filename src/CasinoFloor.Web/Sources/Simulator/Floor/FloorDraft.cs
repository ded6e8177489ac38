using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>Draws an arrangement: areas first, what stands in them next, walls and doors last.</summary>
internal static class FloorDraft
{
    private const double MainDoor = 8;
    private const double SideDoor = 4;
    private const double RoomDoor = 4;
    private const double RoomMargin = 1;

    /// <summary>The drawing.</summary>
    public static FloorDrawing Draw(FloorArrangement floor)
    {
        var shapes = new List<FloorShape>();
        foreach (var top in floor.Aisles)
        {
            shapes.Add(FloorShape.Rectangle(FloorShapeKind.Aisle, "", 0, top, floor.Width, FloorArrangement.MainAisle));
        }

        foreach (var placed in floor.Blocks)
        {
            shapes.AddRange(Block(placed));
        }

        shapes.AddRange(floor.Blocks.Where(placed => placed.Block is BankLayout { Style.IsRoom: true }).SelectMany(Room));
        shapes.AddRange(OuterWalls(floor));
        return new FloorDrawing { Width = Round(floor.Width), Height = Round(floor.Height), Shapes = [.. shapes.Select(Rounded)] };
    }

    private static IEnumerable<FloorShape> Block(PlacedBlock placed) => placed.Block switch
    {
        BankLayout section => [FloorShape.Rectangle(FloorShapeKind.Section, section.Style.Name, placed.Left, placed.Top, placed.Width, section.HeightAt(placed.Height))],
        PitLayout pit => pit.Draw(placed),
        Amenity amenity => [FloorShape.Rectangle(amenity.Kind, amenity.Label, placed.Left, placed.Top, placed.Width, amenity.HeightAt(placed.Height))],
        _ => throw new InvalidOperationException($"No drawing of {placed.Block.GetType().Name}."),
    };

    // A room is open to the aisle under it.
    private static IEnumerable<FloorShape> Room(PlacedBlock placed)
    {
        var left = placed.Left - RoomMargin;
        var right = placed.Left + placed.Width + RoomMargin;
        var top = placed.Top - RoomMargin;
        var bottom = placed.Top + placed.Block.HeightAt(placed.Height) + RoomMargin;
        var middle = (left + right) / 2;
        var half = Math.Min(RoomDoor, (right - left) / 2) / 2;
        yield return new FloorShape
        {
            Kind = FloorShapeKind.Wall,
            Points = [new(middle - half, bottom), new(left, bottom), new(left, top), new(right, top), new(right, bottom), new(middle + half, bottom)],
        };
    }

    // The main entrance lies in the middle of the lower wall, the others where the first aisle meets the walls at the sides.
    private static IEnumerable<FloorShape> OuterWalls(FloorArrangement floor)
    {
        var (width, height) = (floor.Width, floor.Height);
        var door = Math.Min(MainDoor, width / 3) / 2;
        var (from, to) = ((width / 2) - door, (width / 2) + door);
        var side = floor.Aisles.Count > 0 ? floor.Aisles[^1] + (FloorArrangement.MainAisle / 2) : height / 2;
        var half = Math.Min(SideDoor, height / 3) / 2;
        yield return Wall(new(from, height), new(0, height), new(0, side + half));
        yield return Wall(new(0, side - half), new(0, 0), new(width, 0), new(width, side - half));
        yield return Wall(new(width, side + half), new(width, height), new(to, height));
        yield return FloorShape.Line(FloorShapeKind.Entrance, "Main entrance", new(from, height), new(to, height));
        yield return FloorShape.Line(FloorShapeKind.Entrance, "West entrance", new(0, side - half), new(0, side + half));
        yield return FloorShape.Line(FloorShapeKind.Entrance, "East entrance", new(width, side - half), new(width, side + half));
    }

    private static FloorShape Wall(params FloorPoint[] points) => new() { Kind = FloorShapeKind.Wall, Points = points };

    private static FloorShape Rounded(FloorShape shape) =>
        shape with { Points = [.. shape.Points.Select(point => new FloorPoint(Round(point.X), Round(point.Y)))] };

    private static double Round(double metres) => Math.Round(metres, 2);
}
