namespace CasinoFloor.Web.Live;

/// <summary>Sets up the machines that came without a position: islands of two rows back to back, by section, beside the plan.</summary>
internal static class FloorAnnex
{
    private const int IslandColumns = 6;
    private const int IslandMachines = 2 * IslandColumns;

    // In pitches: aisles wide enough to walk, and a lane between sections.
    private const double Aisle = 2.2;
    private const double Lane = 6;
    private const double Aspect = 1.6;

    private const double IslandWidth = IslandColumns;
    private const double IslandHeight = 2;

    /// <summary>Gives every unplaced machine a position, and a bank of its own.</summary>
    public static void Place(MachinePlace[] places, int sections, double pitch, List<string> banks)
    {
        var blocks = Enumerable.Range(0, sections)
            .Select(section => places.Index().Where(p => !p.Item.Placed && p.Item.Section == section).Select(p => p.Index).ToArray())
            .Where(machines => machines.Length > 0)
            .Select(machines => new Block(machines))
            .ToList();
        if (blocks.Count == 0)
            return;

        var placed = places.Where(place => place.Placed).ToArray();
        var left = placed.Length > 0 ? placed.Max(place => place.X) + (Lane * pitch) : 0;
        var top = placed.Length > 0 ? placed.Min(place => place.Y) : 0;
        var area = blocks.Sum(block => (block.Width + Lane) * (block.Height + Lane));
        var height = Math.Max(
            Math.Sqrt(area / Aspect),
            placed.Length > 0 ? (placed.Max(place => place.Y) - top) / pitch : 0);

        // Columns of blocks, filled downwards.
        double x = 0, y = 0, columnWidth = 0;
        foreach (var block in blocks)
        {
            if (y > 0 && y + block.Height > height)
            {
                x += columnWidth + Lane;
                (y, columnWidth) = (0, 0);
            }

            block.Set(places, left + (x * pitch), top + (y * pitch), pitch, banks);
            columnWidth = Math.Max(columnWidth, block.Width);
            y += block.Height + Lane;
        }
    }

    /// <summary>The unplaced machines of a section; sizes in pitches.</summary>
    private sealed class Block
    {
        private readonly int[] _machines;
        private readonly int _columns;

        public Block(int[] machines)
        {
            _machines = machines;
            var islands = (machines.Length + IslandMachines - 1) / IslandMachines;
            _columns = Math.Max(1, (int)Math.Round(Math.Sqrt(islands * Aspect * (IslandHeight + Aisle) / (IslandWidth + Aisle))));
            var rows = (islands + _columns - 1) / _columns;
            Width = (Math.Min(_columns, islands) * (IslandWidth + Aisle)) - Aisle;
            Height = (rows * (IslandHeight + Aisle)) - Aisle;
        }

        public double Width { get; }

        public double Height { get; }

        public void Set(MachinePlace[] places, double left, double top, double pitch, List<string> banks)
        {
            for (var n = 0; n < _machines.Length; n++)
            {
                var (island, seat) = Math.DivRem(n, IslandMachines);
                if (seat == 0)
                    banks.Add("");

                var x = (island % _columns * (IslandWidth + Aisle)) + (seat % IslandColumns) + 0.5;
                var y = (island / _columns * (IslandHeight + Aisle)) + (seat / IslandColumns) + 0.5;
                places[_machines[n]] = places[_machines[n]] with
                {
                    X = left + (x * pitch),
                    Y = top + (y * pitch),
                    Bank = banks.Count - 1,
                };
            }
        }
    }
}
