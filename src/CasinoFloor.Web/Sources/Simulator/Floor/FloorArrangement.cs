namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>Blocks in rows, one row under the other with a main aisle between, on a floor that is wider than it is deep. Lengths in metres.</summary>
internal sealed class FloorArrangement
{
    /// <summary>Width of the main aisles.</summary>
    public const double MainAisle = 5;

    private const double WidthToHeight = 1.7;
    private const double Unlimited = 100_000;

    private FloorArrangement(IReadOnlyList<PlacedBlock> blocks, IReadOnlyList<double> aisles, double width, double height)
    {
        Blocks = blocks;
        Aisles = aisles;
        Width = width;
        Height = height;
    }

    /// <summary>The blocks at their places.</summary>
    public IReadOnlyList<PlacedBlock> Blocks { get; }

    /// <summary>Upper edges of the aisles between the rows.</summary>
    public IReadOnlyList<double> Aisles { get; }

    /// <summary>Width of the floor.</summary>
    public double Width { get; }

    /// <summary>Height (depth) of the floor.</summary>
    public double Height { get; }

    /// <summary>Arranges blocks; those of a row stand in the order in which they come.</summary>
    public static FloorArrangement Of(IReadOnlyList<IFloorBlock> blocks)
    {
        var width = Math.Sqrt(blocks.Sum(block => block.Area) * WidthToHeight);
        var placed = new List<PlacedBlock>();
        var aisles = new List<double>();
        double top = MainAisle, widest = 0;
        foreach (var row in blocks.GroupBy(block => block.Row).OrderBy(row => row.Key))
        {
            var list = row.ToList();
            var height = HeightFor(list, width);
            if (placed.Count > 0)
            {
                aisles.Add(top - MainAisle);
            }

            var left = MainAisle;
            foreach (var block in list)
            {
                placed.Add(new PlacedBlock(block, left, top, height));
                left += block.WidthAt(height) + MainAisle;
            }

            widest = Math.Max(widest, left);
            top += list.Max(block => block.HeightAt(height)) + MainAisle;
        }

        return new FloorArrangement(placed, aisles, widest, top);
    }

    /// <summary>The lowest height at which a row of blocks is no wider than the floor.</summary>
    private static double HeightFor(List<IFloorBlock> row, double width)
    {
        var narrowest = row.Sum(block => block.WidthAt(Unlimited));
        var height = 1.0;
        while (row.Sum(block => block.WidthAt(height)) > Math.Max(width, narrowest))
        {
            height += 0.5;
        }

        return height;
    }
}
