using System.Text;

namespace CasinoFloor.Kql.Functions;

/// <content>Points on the globe: longitude, then latitude, in degrees. Coordinates that do not exist have no answer.</content>
internal static partial class RuntimeCatalog
{
    private const double EarthRadius = 6_371_010;
    private const string GeohashDigits = "0123456789bcdefghjkmnpqrstuvwxyz";

    private static void AddGeography(Action<string, RuntimeFunction> add)
    {
        add("geo_distance_2points", a => Point(a[0], a[1]) is { } p && Point(a[2], a[3]) is { } q ? Text(Distance(p, q)) : null);
        add("geo_point_to_geohash", a => Point(a[0], a[1]) is { } p && (a.Length > 2 ? Long(a[2]) : 5) is { } digits and >= 1 and <= 18 ? Geohash(p, (int)digits) : "");
        add("geo_geohash_to_central_point", a => Center(a[0]!) is { } p
            ? $$"""{"type":"Point","coordinates":[{{Json.Number(p.Longitude)}},{{Json.Number(p.Latitude)}}]}""" : null);
        add("geo_point_in_circle", a => Point(a[0], a[1]) is { } p && Point(a[2], a[3]) is { } q && Real(a[4]) is { } radius and >= 0 ? Text(Distance(p, q) <= radius) : null);
    }

    private static (double Longitude, double Latitude)? Point(string? longitude, string? latitude) =>
        Real(longitude) is { } x and >= -180 and <= 180 && Real(latitude) is { } y and >= -90 and <= 90 ? (x, y) : null;

    /// <summary>The way along a great circle of a sphere, in metres (haversine formula).</summary>
    private static double Distance((double Longitude, double Latitude) p, (double Longitude, double Latitude) q)
    {
        const double Degree = Math.PI / 180;
        var (dx, dy) = (Math.Sin((q.Longitude - p.Longitude) * Degree / 2), Math.Sin((q.Latitude - p.Latitude) * Degree / 2));
        var chord = (dy * dy) + (Math.Cos(p.Latitude * Degree) * Math.Cos(q.Latitude * Degree) * dx * dx);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, chord)));
    }

    private static string Geohash((double Longitude, double Latitude) p, int digits)
    {
        var (x, y) = ((Low: -180.0, High: 180.0), (Low: -90.0, High: 90.0));
        var result = new StringBuilder();
        var code = 0;
        for (var bit = 0; bit < digits * 5; bit++)
        {
            var isOne = bit % 2 == 0 ? Halve(ref x, p.Longitude) : Halve(ref y, p.Latitude);
            code = (code << 1) | (isOne ? 1 : 0);
            if (bit % 5 == 4)
            {
                result.Append(GeohashDigits[code]);
                code = 0;
            }
        }

        return result.ToString();
    }

    private static bool Halve(ref (double Low, double High) range, double value)
    {
        var middle = (range.Low + range.High) / 2;
        var isUpper = value >= middle;
        range = isUpper ? (middle, range.High) : (range.Low, middle);
        return isUpper;
    }

    private static (double Longitude, double Latitude)? Center(string geohash)
    {
        if (geohash.Length is 0 or > 18)
        {
            return null;
        }

        var (x, y) = ((Low: -180.0, High: 180.0), (Low: -90.0, High: 90.0));
        var bit = 0;
        foreach (var digit in geohash)
        {
            var code = GeohashDigits.IndexOf(char.ToLowerInvariant(digit), StringComparison.Ordinal);
            if (code < 0)
            {
                return null;
            }

            for (var shift = 4; shift >= 0; shift--, bit++)
            {
                ref var range = ref bit % 2 == 0 ? ref x : ref y;
                var middle = (range.Low + range.High) / 2;
                range = ((code >> shift) & 1) == 1 ? (middle, range.High) : (range.Low, middle);
            }
        }

        return ((x.Low + x.High) / 2, (y.Low + y.High) / 2);
    }
}
