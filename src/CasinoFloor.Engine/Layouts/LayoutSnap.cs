using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Engine.Layouts;

/// <summary>To what machines snap.</summary>
/// <param name="Grid">Distance of the grid's lines in the unit of the coordinates; 0 for no grid.</param>
/// <param name="ToNeighbours">Whether to the edges and middles of machines near by; they win over the grid.</param>
public readonly record struct SnapRule(double Grid, bool ToNeighbours);

/// <summary>A line to which a machine snapped.</summary>
/// <param name="IsVertical">Whether it runs from top to bottom.</param>
/// <param name="At">Its x where vertical, otherwise its y.</param>
/// <param name="From">Where it begins, along it.</param>
/// <param name="To">Where it ends.</param>
public readonly record struct SnapGuide(bool IsVertical, double At, double From, double To);

/// <summary>A move after snapping.</summary>
/// <param name="X">By how much to the right.</param>
/// <param name="Y">By how much down.</param>
/// <param name="Guides">The lines to be shown.</param>
public sealed record SnappedMove(double X, double Y, IReadOnlyList<SnapGuide> Guides);

/// <summary>Corrects a move so that the machine that is dragged stands on the grid or in line with others.</summary>
public static class LayoutSnap
{
    // Beyond this many machine sizes an alignment would be chance.
    private const double Reach = 12;

    /// <summary>Snaps a move.</summary>
    /// <param name="from">Where the machine that is dragged stands.</param>
    /// <param name="dx">By how much it is to move to the right.</param>
    /// <param name="dy">By how much down.</param>
    /// <param name="others">The centres of the machines that stay.</param>
    /// <param name="size">Edge of a machine.</param>
    /// <param name="tolerance">How far a neighbour's line may be.</param>
    /// <param name="rule">To what.</param>
    public static SnappedMove Move(FloorPoint from, double dx, double dy, IEnumerable<FloorPoint> others, double size, double tolerance, SnapRule rule)
    {
        var x = from.X + dx;
        var y = from.Y + dy;
        var near = rule.ToNeighbours
            ? others.Where(other => Math.Abs(other.X - x) <= Reach * size && Math.Abs(other.Y - y) <= Reach * size).ToList()
            : [];
        var column = Line(x, near.Select(other => (other.X, other.Y)), size, tolerance);
        var row = Line(y, near.Select(other => (other.Y, other.X)), size, tolerance);
        var snappedX = column?.Centre ?? OnGrid(x, rule.Grid);
        var snappedY = row?.Centre ?? OnGrid(y, rule.Grid);
        var guides = new List<SnapGuide>();
        if (column is { } vertical)
        {
            guides.Add(Guide(true, vertical.Edge, snappedY, vertical.Along, size));
        }

        if (row is { } horizontal)
        {
            guides.Add(Guide(false, horizontal.Edge, snappedX, horizontal.Along, size));
        }

        return new SnappedMove(snappedX - from.X, snappedY - from.Y, guides);
    }

    private static double OnGrid(double value, double grid) => grid > 0 ? Math.Round(value / grid) * grid : value;

    private static SnapGuide Guide(bool isVertical, double at, double own, double other, double size) =>
        new(isVertical, at, Math.Min(own, other) - size, Math.Max(own, other) + size);

    // In one direction: in line with a neighbour (middle to middle, which for machines of one size is edge to edge, too), or touching its edge.
    private static (double Centre, double Edge, double Along)? Line(double centre, IEnumerable<(double Across, double Along)> others, double size, double tolerance)
    {
        (double Centre, double Edge, double Along)? best = null;
        var least = tolerance;
        foreach (var (across, along) in others)
        {
            Try(across, across, along);
            Try(across - size, across - (size / 2), along);
            Try(across + size, across + (size / 2), along);
        }

        return best;

        void Try(double candidate, double edge, double along)
        {
            var distance = Math.Abs(candidate - centre);
            if (distance < least)
            {
                least = distance;
                best = (candidate, edge, along);
            }
        }
    }
}
