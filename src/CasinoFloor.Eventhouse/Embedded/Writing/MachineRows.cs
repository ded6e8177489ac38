using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>Machines as rows of <c>machine_locations</c>.</summary>
internal static class MachineRows
{
    /// <summary>Appends machines.</summary>
    public static void Append(TableAppender table, DuckDBConnection connection, IEnumerable<MachineLocation> machines)
    {
        foreach (var machine in machines)
        {
            var row = table.AddRow(connection);
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
    }
}
