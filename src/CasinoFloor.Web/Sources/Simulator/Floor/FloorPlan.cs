using System.Globalization;
using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.House;

namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>The floor: sections, pits, cage and bars in rows, banks in sections, machines in banks, each with its place in metres and its game.</summary>
public sealed class FloorPlan
{
    private const double CageAreaPerMachine = 0.09;
    private const double BarAreaPerMachine = 0.1;

    private FloorPlan(IReadOnlyList<PlannedMachine> machines, FloorArrangement arrangement)
    {
        Machines = machines;
        Width = arrangement.Width;
        Height = arrangement.Height;
        Drawing = FloorDraft.Draw(arrangement);
    }

    /// <summary>The machines in the order of their numbers: section by section, bank by bank.</summary>
    public IReadOnlyList<PlannedMachine> Machines { get; }

    /// <summary>Width of the floor, metres.</summary>
    public double Width { get; }

    /// <summary>Height (depth) of the floor, metres.</summary>
    public double Height { get; }

    /// <summary>Walls, aisles, pits and the like.</summary>
    public FloorDrawing Drawing { get; }

    /// <summary>Plans a floor; the same settings give the same plan.</summary>
    public static FloorPlan Create(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Create(options.Machines, options.Seed, options.TableCount);
    }

    /// <summary>Plans a floor; the same numbers and seed give the same plan.</summary>
    /// <param name="machines">How many machines, at least 1.</param>
    /// <param name="seed">Seed of the choice of games.</param>
    /// <param name="tables">How many table games.</param>
    public static FloorPlan Create(int machines, int seed, int tables)
    {
        var arrangement = FloorArrangement.Of([.. Blocks(machines, seed, tables)]);
        var planned = new List<PlannedMachine>(machines);
        var games = new GameFloor(seed);
        foreach (var placed in arrangement.Blocks)
        {
            if (placed.Block is BankLayout section)
            {
                AddSection(planned, games, section, placed);
            }
        }

        return new FloorPlan(planned, arrangement);
    }

    private static IEnumerable<IFloorBlock> Blocks(int machines, int seed, int tables)
    {
        var pits = Enumerable.Range(0, tables)
            .GroupBy(table => System.Text.Encoding.UTF8.GetString(new TableGame(table, seed, seed).Kind.Pit))
            .ToDictionary(pit => pit.Key, pit => pit.ToArray());
        var bar = 30 + (machines * BarAreaPerMachine);
        foreach (var section in Divide(machines))
        {
            yield return section;
            switch (section.Style.Name)
            {
                case "North" when pits.TryGetValue("High Limit Pit", out var highLimit):
                    yield return new PitLayout("High Limit Pit", 0, highLimit);
                    break;
                case "Penny":
                    yield return new Amenity(FloorShapeKind.Bar, "Center Bar", 1, bar);
                    if (pits.TryGetValue("Main Pit", out var main))
                    {
                        yield return new PitLayout("Main Pit", 1, main);
                    }

                    break;
                case "Video Poker":
                    yield return new Amenity(FloorShapeKind.Bar, "Sports Bar", 2, bar);
                    yield return new Amenity(FloorShapeKind.Cage, "Main Cage", 2, 25 + (machines * CageAreaPerMachine));
                    if (pits.TryGetValue("East Pit", out var east))
                    {
                        yield return new PitLayout("East Pit", 2, east);
                    }

                    break;
                default:
                    break;
            }
        }
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

    private static void AddSection(List<PlannedMachine> planned, GameFloor games, BankLayout section, PlacedBlock placed)
    {
        for (var bank = 0; bank < section.Banks; bank++)
        {
            var game = games.NextBank(section.Style);
            var name = string.Create(CultureInfo.InvariantCulture, $"{section.Style.BankPrefix}-{bank + 1:00}");
            for (var seat = 0; seat < section.SizeOf(bank); seat++)
            {
                var (x, y) = section.Place(bank, seat, placed.Height);
                planned.Add(new PlannedMachine(
                    new MachineLocation
                    {
                        MachineId = string.Create(CultureInfo.InvariantCulture, $"SLOT-{planned.Count + 1:00000}"),
                        FloorSection = section.Style.Name,
                        Bank = name,
                        X = (float)Math.Round(placed.Left + x, 2),
                        Y = (float)Math.Round(placed.Top + y, 2),
                        Denomination = game.Denomination,
                        MachineType = game.Family.MachineType,
                        Manufacturer = game.Manufacturer,
                        GameTheme = game.Theme,
                        TheoreticalHold = (float)game.TheoreticalHold,
                    },
                    game,
                    section.Style.Popularity * games.NextPopularity(),
                    section.Style.Pace));
            }
        }
    }
}
