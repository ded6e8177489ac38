namespace CasinoFloor.Web.Components.Charts;

/// <summary>
/// The part of a floor plan that is worth a picture: one machine that stands far off, misplaced or on trial in another house, would shrink all the others to a dot.
/// The layout editor has the same rule (<c>wwwroot/js/layout/strays.js</c>).
/// </summary>
internal static class PlaceRange
{
    // With fewer there is no bulk to stand off from.
    private const int Fewest = 10;

    // Of the places at either end of an axis: what these alone span does not count.
    private const double Ends = 0.05;

    private const double Margin = 0.03;

    /// <summary>Where the bulk stands, and how many places are outside: farther from it than it is long. Null where none is.</summary>
    public static (double Left, double Right, double Top, double Bottom, int Outside)? Of(IReadOnlyList<(double X, double Y)> places)
    {
        if (places.Count < Fewest)
            return null;

        var (x, y) = (Bulk(places.Select(place => place.X)), Bulk(places.Select(place => place.Y)));
        var reach = Math.Max(x.Most - x.Least, y.Most - y.Least);
        if (reach <= 0)
            return null;

        var near = places.Where(place => place.X >= x.Least - reach && place.X <= x.Most + reach && place.Y >= y.Least - reach && place.Y <= y.Most + reach).ToList();
        if (near.Count == places.Count)
            return null;

        var margin = reach * Margin;
        return (
            near.Min(place => place.X) - margin,
            near.Max(place => place.X) + margin,
            near.Min(place => place.Y) - margin,
            near.Max(place => place.Y) + margin,
            places.Count - near.Count);
    }

    private static (double Least, double Most) Bulk(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var ends = Math.Max(1, (int)(sorted.Length * Ends));
        return (sorted[ends], sorted[^(ends + 1)]);
    }
}
