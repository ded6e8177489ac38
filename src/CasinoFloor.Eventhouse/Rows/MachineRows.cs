using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Machines as rows of <c>machine_locations</c>.</summary>
internal static class MachineRows
{
    /// <summary>Writes a machine's columns in the table's order.</summary>
    public static void Write<TRow>(ref TRow row, MachineLocation machine)
        where TRow : IRowWriter, allows ref struct
    {
        row.Text(machine.MachineId);
        row.Text(machine.FloorSection);
        row.Text(machine.Bank);
        row.Real(SinglePrecision.Widen(machine.X));
        row.Real(SinglePrecision.Widen(machine.Y));
        row.RealIf(machine.Denomination != Money.Zero, machine.Denomination);
        row.Text(machine.MachineType);
        row.Text(machine.Manufacturer);
        row.Text(machine.GameTheme);
        row.Real(SinglePrecision.Widen(machine.TheoreticalHold));
    }

    /// <summary>Reads one of a row with the columns in the table's order.</summary>
    public static MachineLocation Read(IRowReader reader, int row, StringPool strings) => new()
    {
        MachineId = reader.String(0, row),
        FloorSection = strings.Get(reader.Text(1, row)),
        Bank = strings.Get(reader.Text(2, row)),
        X = Single(reader.Real(3, row)),
        Y = Single(reader.Real(4, row)),
        Denomination = StoredMoney.FromReal(reader.Real(5, row)),
        MachineType = strings.Get(reader.Text(6, row)),
        Manufacturer = strings.Get(reader.Text(7, row)),
        GameTheme = strings.Get(reader.Text(8, row)),
        TheoreticalHold = Single(reader.Real(9, row)),
    };

    private static float? Single(double value) => double.IsNaN(value) ? null : (float)value;
}
