namespace CasinoFloor.Web.Live;

/// <summary>What the positions of a bank's machines say about how they stand.</summary>
internal static class BankShape
{
    // How far the distances from the middle of a carousel may differ, as a share of the radius.
    private const double CarouselTolerance = 0.12;

    // Two rows back to back of five or more machines cannot all be equally far from their middle; fewer can.
    private const int SmallestCarousel = 5;

    private const int Sample = 64;

    /// <summary>Turns the machines of a bank: to the middle of a carousel, else along its rows.</summary>
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

        var angle = Direction(places, bank);
        foreach (var i in bank)
        {
            places[i] = places[i] with { Angle = angle };
        }
    }

    /// <summary>The usual distance between neighbours within a bank; null where there are no banks to measure.</summary>
    public static double? Pitch(MachinePlace[] places, IEnumerable<int[]> banks)
    {
        var distances = new List<double>();
        foreach (var bank in banks.Take(200))
        {
            distances.AddRange(Neighbours(places, bank).Select(pair => Distance(places[pair.Machine], places[pair.Nearest])).Where(distance => distance > 0));
        }

        if (distances.Count == 0)
            return WithoutBanks([.. places.Where(place => place.Placed)]);

        distances.Sort();
        return distances[distances.Count / 4];
    }

    // The direction to the nearest neighbour, the same for machines that stand at right angles: the mean over a period of a
    // quarter turn. Unlike a principal axis it does not lean where one row is longer than the other.
    private static double Direction(MachinePlace[] places, int[] bank)
    {
        double cos = 0, sin = 0;
        foreach (var (machine, nearest) in Neighbours(places, bank))
        {
            var quadrupled = 4 * Math.Atan2(places[nearest].Y - places[machine].Y, places[nearest].X - places[machine].X);
            cos += Math.Cos(quadrupled);
            sin += Math.Sin(quadrupled);
        }

        return Quarter(Math.Round(Math.Atan2(sin, cos) / 4, 4));
    }

    // A bank without bounds (a feed that calls a whole pit one bank) is sampled.
    private static IEnumerable<(int Machine, int Nearest)> Neighbours(MachinePlace[] places, int[] bank)
    {
        var members = bank.Length <= Sample ? bank : bank[..Sample];
        return members.Length < 2 ? [] : members.Select(a => (a, members.Where(b => b != a).MinBy(b => Distance(places[a], places[b]))));
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
