namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// One section as a grid of banks. A bank is two rows of machines back to back; each stands in a cell as large as the
/// largest bank of the section and its share of the aisles.
/// </summary>
internal sealed class BankLayout
{
    /// <summary>Room along a bank that one machine takes, metres.</summary>
    public const double MachinePitch = 0.8;

    /// <summary>Room across a bank that one of its two rows takes, metres.</summary>
    public const double RowDepth = 0.9;

    private const int LargestBank = 12;
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

    /// <summary>Floor area that the section needs, square metres.</summary>
    public double Area => Banks * _cellAlong * _cellAcross;

    private double CellWidth => Style.Upright ? _cellAcross : _cellAlong;

    private double CellHeight => Style.Upright ? _cellAlong : _cellAcross;

    /// <summary>Width of the section when it may be as high as <paramref name="height"/>, metres.</summary>
    public double WidthAt(double height) => ColumnsAt(height) * CellWidth;

    /// <summary>How high the section then really is, metres.</summary>
    public double HeightAt(double height) => ((Banks + ColumnsAt(height) - 1) / ColumnsAt(height)) * CellHeight;

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
        var along = (Style.Aisle / 2) + ((seat % side) + 0.5) * MachinePitch;
        var across = (Style.Aisle / 2) + ((seat / side) + 0.5) * RowDepth;
        var (x, y) = Style.Upright ? (across, along) : (along, across);
        return ((bank % columns * CellWidth) + x, (bank / columns * CellHeight) + y);
    }

    private static int LargestOf(int machines, int banks) => (machines + banks - 1) / banks;

    private int ColumnsAt(double height)
    {
        var rows = Math.Max(1, (int)(height / CellHeight));
        return (Banks + rows - 1) / rows;
    }
}
