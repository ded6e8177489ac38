using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Closed machine-minutes as rows of <c>slot_activity_1m</c>.</summary>
internal static class WindowRows
{
    /// <summary>Writes a window's columns in the table's order.</summary>
    public static void Write<TRow>(ref TRow row, ActivityWindow window)
        where TRow : IRowWriter, allows ref struct
    {
        row.Time(window.WindowStart);
        row.Text(window.MachineId);
        row.Text(window.FloorSection);
        row.Long(window.SpinCount);
        row.Real(window.CoinIn);
        row.Real(window.CoinOut);
        row.Real(window.BillIn);
        row.Long(window.JackpotCount);
        row.Long(window.ErrorCount);
        row.Long(window.EventCount);
        row.Int(window.Revision);
        row.Time(window.ClosedAt);
    }

    /// <summary>Reads one of a row with the columns in the table's order.</summary>
    public static ActivityWindow Read(IRowReader reader, int row, StringPool strings) => new()
    {
        WindowStart = StoredTime.ToTicks(reader.Long(0, row)),
        MachineId = strings.Get(reader.Text(1, row)),
        FloorSection = strings.Get(reader.Text(2, row)),
        SpinCount = (int)reader.Long(3, row),
        CoinIn = StoredMoney.FromReal(reader.Real(4, row)),
        CoinOut = StoredMoney.FromReal(reader.Real(5, row)),
        BillIn = StoredMoney.FromReal(reader.Real(6, row)),
        JackpotCount = (int)reader.Long(7, row),
        ErrorCount = (int)reader.Long(8, row),
        EventCount = (int)reader.Long(9, row),
        Revision = reader.Int(10, row),
        ClosedAt = StoredTime.ToTicks(reader.Long(11, row)),
    };
}
