namespace CasinoFloor.Web.Live;

/// <summary>What the positions of a bank's machines say about how they stand.</summary>
internal static class BankShape
{
    // How far the distances from the middle of a carousel may differ, as a share of the radius.
    private const double CarouselTolerance = 0.12;

    // Two rows back to back of five or more machines cannot all be equally far from their middle; fewer can.
    private const int SmallestCarousel = 5;

    /// <summary>Turns the machines of a bank: to the middle of a carousel, else along the bank's longer axis.</summary>
    public static void Turn(MachinePlace[] places, int[] bank)
    {
        var x = bank.Average(i => places[i].X);
        var y = bank.Average(i => places[i].Y);
        if (bank.Length >= SmallestCarousel && IsCarousel(places, bank, x, y))
        {
            foreach (var i in bank)
            {
                places[i] = places[i] with { Angle = Quarter(Math.Atan2(places[i].Y - y, places[i].X - x)) };
            }

            return;
        }

        // The principal axis of the positions.
        double xx = 0, yy = 0, xy = 0;
        foreach (var i in bank)
        {
            var (dx, dy) = (places[i].X - x, places[i].Y - y);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        // As long as it is wide (four machines in a square): no axis to follow.
        var elongation = Math.Sqrt(Math.Pow(xx - yy, 2) + (4 * xy * xy));
        var angle = elongation > 0.05 * (xx + yy) ? Quarter(Math.Atan2(2 * xy, xx - yy) / 2) : 0;
        foreach (var i in bank)
        {
            places[i] = places[i] with { Angle = angle };
        }
    }

    /// <summary>The usual distance between neighbours within a bank; null where there are no banks to measure.</summary>
    public static double? Pitch(MachinePlace[] places, IEnumerable<int[]> banks)
    {
        var distances = new List<double>();
        foreach (var bank in banks.Where(bank => bank.Length > 1).Take(200))
        {
            // A bank without bounds (a feed that calls a whole pit one bank) is sampled.
            var members = bank.Length <= 64 ? bank : bank[..64];
            distances.AddRange(members
                .Select(a => members.Where(b => b != a).Min(b => Distance(places[a], places[b])))
                .Where(distance => distance > 0));
        }

        if (distances.Count == 0)
            return WithoutBanks([.. places.Where(place => place.Placed)]);

        distances.Sort();
        return distances[distances.Count / 4];
    }

    // Without banks: half of what each machine would have if they were spread evenly.
    private static double? WithoutBanks(MachinePlace[] placed)
    {
        if (placed.Length < 2)
            return null;

        var width = placed.Max(place => place.X) - placed.Min(place => place.X);
        var height = placed.Max(place => place.Y) - placed.Min(place => place.Y);
        var pitch = Math.Max(Math.Sqrt(width * height / placed.Length) / 2, Math.Max(width, height) / placed.Length);
        return pitch > 0 ? pitch : null;
    }

    private static bool IsCarousel(MachinePlace[] places, int[] bank, double x, double y)
    {
        var radii = bank.Select(i => Math.Sqrt(Math.Pow(places[i].X - x, 2) + Math.Pow(places[i].Y - y, 2))).ToArray();
        var mean = radii.Average();
        return mean > 0 && radii.All(radius => Math.Abs(radius - mean) <= CarouselTolerance * mean);
    }

    private static double Distance(in MachinePlace a, in MachinePlace b) =>
        Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));

    // A square looks the same after every quarter turn.
    private static double Quarter(double radians)
    {
        var degrees = radians * 180 / Math.PI % 90;
        return degrees < 0 ? degrees + 90 : degrees;
    }
}
