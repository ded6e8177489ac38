namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>
/// One section as a grid of banks. A bank is two rows of machines back to back; each stands in a cell as large as the
/// largest bank of the section and its share of the aisles. Large sections are parted by cross aisles.
/// </summary>
internal sealed class BankLayout : IFloorBlock
{
    /// <summary>Room along a bank that one machine takes, metres.</summary>
    public const double MachinePitch = 0.8;

    /// <summary>Room across a bank that one of its two rows takes, metres.</summary>
    public const double RowDepth = 0.9;

    private const int LargestBank = 12;
    private const int BanksAlong = 6;
    private const int BanksAcross = 10;
    private const double CrossAisle = 2.4;
    private readonly double _cellAlong;
    private readonly double _cellAcross;

    public BankLayout(SectionStyle style, int machines)
    {
        Style = style;
        Machines = machines;
        Banks = Math.Max((machines + LargestBank - 1) / LargestBank, machines / (2 * style.BankSide));
        Banks = Math.Max(1, Banks);
        var side = (LargestOf(machines, Banks) + 1) / 2;
        _cellAlong = (side * MachinePitch) + style.Aisle;
        _cellAcross = (2 * RowDepth) + style.Aisle;
    }

    public SectionStyle Style { get; }

    public int Machines { get; }

    public int Banks { get; }

    /// <inheritdoc />
    public int Row => Style.Row;

    /// <inheritdoc />
    public double Area => Banks * (_cellAlong + (CrossAisle / BanksAlong)) * (_cellAcross + (CrossAisle / BanksAcross));

    private Axis Across => new(Style.Upright ? _cellAcross : _cellAlong, Style.Upright ? BanksAcross : BanksAlong);

    private Axis Down => new(Style.Upright ? _cellAlong : _cellAcross, Style.Upright ? BanksAlong : BanksAcross);

    /// <inheritdoc />
    public double WidthAt(double height) => Across.Length(ColumnsAt(height));

    /// <inheritdoc />
    public double HeightAt(double height) => Down.Length((Banks + ColumnsAt(height) - 1) / ColumnsAt(height));

    /// <summary>How many machines a bank has.</summary>
    public int SizeOf(int bank) => (Machines / Banks) + (bank < Machines % Banks ? 1 : 0);

    /// <summary>Centre of a machine, metres from the section's left upper corner.</summary>
    /// <param name="bank">The bank, from 0.</param>
    /// <param name="seat">The machine in the bank, from 0.</param>
    /// <param name="height">Height that the section may have, metres.</param>
    public (double X, double Y) Place(int bank, int seat, double height)
    {
        var columns = ColumnsAt(height);
        var side = (SizeOf(bank) + 1) / 2;
        var along = (Style.Aisle / 2) + (((seat % side) + 0.5) * MachinePitch);
        var across = (Style.Aisle / 2) + (((seat / side) + 0.5) * RowDepth);
        var (x, y) = Style.Upright ? (across, along) : (along, across);
        return (Across.Start(bank % columns) + x, Down.Start(bank / columns) + y);
    }

    private static int LargestOf(int machines, int banks) => (machines + banks - 1) / banks;

    private int ColumnsAt(double height)
    {
        var rows = Down.CountWithin(height);
        return (Banks + rows - 1) / rows;
    }

    /// <summary>Cells of one size in a line, with a cross aisle after so many.</summary>
    private readonly record struct Axis(double Cell, int Group)
    {
        public double Start(int cell) => (cell * Cell) + (cell / Group * CrossAisle);

        public double Length(int cells) => Start(cells - 1) + Cell;

        public int CountWithin(double length)
        {
            var count = Math.Max(1, (int)(length / Cell));
            while (count > 1 && Length(count) > length)
            {
                count--;
            }

            return count;
        }
    }
}
