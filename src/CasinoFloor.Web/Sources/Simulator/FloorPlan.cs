using System.Globalization;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>The floor: sections in rows, banks in sections, machines in banks, each with its place in metres and its game.</summary>
public sealed class FloorPlan
{
    private const double MainAisle = 5;
    private const double WidthToHeight = 1.7;

    private FloorPlan(IReadOnlyList<PlannedMachine> machines, double width, double height)
    {
        Machines = machines;
        Width = width;
        Height = height;
    }

    /// <summary>The machines in the order of their numbers: section by section, bank by bank.</summary>
    public IReadOnlyList<PlannedMachine> Machines { get; }

    /// <summary>Width of the floor, metres.</summary>
    public double Width { get; }

    /// <summary>Height (depth) of the floor, metres.</summary>
    public double Height { get; }

    /// <summary>Plans a floor; the same number and seed give the same plan.</summary>
    /// <param name="machines">How many machines, at least 1.</param>
    /// <param name="seed">Seed of the choice of games.</param>
    public static FloorPlan Create(int machines, int seed)
    {
        var sections = Divide(machines);
        var width = Math.Max(sections.Max(section => section.WidthAt(0.0)) / 4, Math.Sqrt(sections.Sum(section => section.Area) * WidthToHeight));
        var planned = new List<PlannedMachine>(machines);
        var games = new GameFloor(seed);
        double top = MainAisle, widest = 0;
        foreach (var row in sections.GroupBy(section => section.Style.Row))
        {
            var list = row.ToList();
            var height = HeightFor(list, width);
            var left = MainAisle;
            foreach (var section in list)
            {
                AddSection(planned, games, section, left, top, height);
                left += section.WidthAt(height) + MainAisle;
            }

            widest = Math.Max(widest, left);
            top += list.Max(section => section.HeightAt(height)) + MainAisle;
        }

        return new FloorPlan(planned, widest, top);
    }

    /// <summary>Machines by section: the shares, with the remainder where it was largest.</summary>
    private static List<BankLayout> Divide(int machines)
    {
        var counts = SectionStyle.All.Select(style => (int)(style.Share * machines)).ToArray();
        var missing = machines - counts.Sum();
        var byRemainder = Enumerable.Range(0, counts.Length)
            .OrderByDescending(i => (SectionStyle.All[i].Share * machines) - counts[i]).ThenBy(i => i);
        foreach (var i in byRemainder.Take(missing))
        {
            counts[i]++;
        }

        return [.. SectionStyle.All.Select((style, i) => (style, count: counts[i]))
            .Where(section => section.count > 0)
            .Select(section => new BankLayout(section.style, section.count))];
    }

    /// <summary>The lowest height at which a row of sections is no wider than the floor.</summary>
    private static double HeightFor(List<BankLayout> row, double width)
    {
        var height = 1.0;
        while (row.Sum(section => section.WidthAt(height)) > width && row.Any(section => section.WidthAt(height) > section.WidthAt(double.MaxValue / 4)))
        {
            height += 0.5;
        }

        return height;
    }

    private static void AddSection(List<PlannedMachine> planned, GameFloor games, BankLayout section, double left, double top, double height)
    {
        for (var bank = 0; bank < section.Banks; bank++)
        {
            var game = games.NextBank(section.Style);
            var name = string.Create(CultureInfo.InvariantCulture, $"{section.Style.BankPrefix}-{bank + 1:00}");
            for (var seat = 0; seat < section.SizeOf(bank); seat++)
            {
                var (x, y) = section.Place(bank, seat, height);
                planned.Add(new PlannedMachine(
                    new MachineLocation
                    {
                        MachineId = string.Create(CultureInfo.InvariantCulture, $"SLOT-{planned.Count + 1:00000}"),
                        FloorSection = section.Style.Name,
                        Bank = name,
                        X = (float)Math.Round(left + x, 2),
                        Y = (float)Math.Round(top + y, 2),
                        Denomination = game.Denomination,
                        MachineType = game.MachineType,
                        Manufacturer = game.Manufacturer,
                        GameTheme = game.Theme,
                        TheoreticalHold = (float)game.PayTable.TheoreticalHold,
                    },
                    game,
                    section.Style.Popularity * games.NextPopularity(),
                    section.Style.Pace));
            }
        }
    }
}
