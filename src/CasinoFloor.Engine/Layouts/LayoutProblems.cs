using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Engine.Layouts;

/// <summary>Machines that stand where they should not: shown, never forbidden.</summary>
/// <param name="Overlapping">Indexes of machines that stand into another, ordered.</param>
/// <param name="Outside">Indexes of machines that reach beyond the floor, ordered.</param>
public sealed record LayoutProblems(IReadOnlyList<int> Overlapping, IReadOnlyList<int> Outside)
{
    // Machines that touch do not overlap, nor do those that a rounded coordinate has brought a hair too near.
    private const double Touching = 0.02;

    /// <summary>Looks over a floor of equal squares.</summary>
    /// <param name="places">The machines.</param>
    /// <param name="angles">Their turns in degrees, by index; those beyond the list stand straight.</param>
    /// <param name="size">Edge of a machine.</param>
    /// <param name="width">Width of the floor; 0 where it is not known: then nothing is outside.</param>
    /// <param name="height">Its height.</param>
    public static LayoutProblems Find(IReadOnlyList<LayoutPlace> places, IReadOnlyList<double> angles, double size, double width, double height)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(angles);
        var placed = places.Index().Where(place => place.Item.At is not null).Select(place => (place.Index, At: place.Item.At!.Value)).ToList();
        var outside = width > 0 && height > 0
            ? placed.Where(place => !Inside(place.At, size / 2, width, height)).Select(place => place.Index).ToList()
            : [];
        return new LayoutProblems(Overlaps(placed, angles, size), outside);
    }

    private static bool Inside(FloorPoint at, double half, double width, double height) =>
        at.X >= half - Touching && at.Y >= half - Touching && at.X <= width - half + Touching && at.Y <= height - half + Touching;

    // A grid of cells as long as a square's diagonal: whoever overlaps stands in the same cell or one beside it.
    private static List<int> Overlaps(List<(int Index, FloorPoint At)> placed, IReadOnlyList<double> angles, double size)
    {
        var cell = size * Math.Sqrt(2);
        var cells = placed.ToLookup(place => (Column(place.At.X), Column(place.At.Y)));
        var found = new SortedSet<int>();
        foreach (var (index, at) in placed)
        {
            for (var column = Column(at.X) - 1; column <= Column(at.X) + 1; column++)
            {
                for (var row = Column(at.Y) - 1; row <= Column(at.Y) + 1; row++)
                {
                    if (cells[(column, row)].Any(other => other.Index != index && Overlap(at, Angle(index), other.At, Angle(other.Index), size)))
                    {
                        found.Add(index);
                    }
                }
            }
        }

        return [.. found];

        long Column(double value) => (long)Math.Floor(value / cell);

        double Angle(int index) => index < angles.Count ? angles[index] : 0;
    }

    // Squares are apart when one of their edges' directions tells them apart (the separating axis theorem).
    private static bool Overlap(FloorPoint a, double angleA, FloorPoint b, double angleB, double size)
    {
        var half = size / 2;
        var difference = (angleB - angleA) * Math.PI / 180;
        var reach = half + (half * (Math.Abs(Math.Cos(difference)) + Math.Abs(Math.Sin(difference)))) - (Touching * size);
        return !Apart(angleA) && !Apart(angleB);

        bool Apart(double degrees)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            var (dx, dy) = (b.X - a.X, b.Y - a.Y);
            return Math.Abs((dx * cos) + (dy * sin)) >= reach || Math.Abs((dy * cos) - (dx * sin)) >= reach;
        }
    }
}
