using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>Closed machine-minutes as rows of <c>slot_activity_1m</c>.</summary>
internal static class WindowRows
{
    /// <summary>Appends the windows of a batch.</summary>
    public static void Append(TableAppender table, DuckDBConnection connection, List<ActivityWindow> windows)
    {
        foreach (var window in windows)
        {
            var row = table.AddRow(connection);
            Write(ref row, window);
        }
    }

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
}
