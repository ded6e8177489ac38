using System.Globalization;
using System.Text;
using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>Commands that put machines in place of all rows of <c>machine_locations</c>.</summary>
internal static class MachineTable
{
    // A command has a bounded length; the first replaces, the others append.
    private const int RowsOfCommand = 2000;

    /// <summary>The commands in order.</summary>
    public static IEnumerable<string> Replace(IEnumerable<MachineLocation> machines) =>
        machines.OrderBy(machine => machine.MachineId, StringComparer.Ordinal).Chunk(RowsOfCommand).Select((chunk, i) => Command(i == 0 ? ".set-or-replace" : ".append", chunk));

    private static string Command(string verb, IEnumerable<MachineLocation> machines)
    {
        var text = new StringBuilder(verb).Append(
            """
             machine_locations <| datatable(machine_id:string, floor_section:string, bank:string, x_coord:real, y_coord:real, denomination:real,
             machine_type:string, manufacturer:string, game_theme:string, theoretical_hold:real) [
            """);
        foreach (var machine in machines)
        {
            text.Append('\n')
                .Append(Text(machine.MachineId)).Append(Text(machine.FloorSection)).Append(Text(machine.Bank))
                .Append(Number(SinglePrecision.Widen(machine.X))).Append(Number(SinglePrecision.Widen(machine.Y)))
                .Append(Number(machine.Denomination == Money.Zero ? double.NaN : machine.Denomination.ToDouble()))
                .Append(Text(machine.MachineType)).Append(Text(machine.Manufacturer)).Append(Text(machine.GameTheme))
                .Append(Number(SinglePrecision.Widen(machine.TheoreticalHold)));
        }

        text.Length--;
        return text.Append("\n]").ToString();
    }

    // A literal of the language escapes as JSON does.
    private static string Text(string text) => JsonSerializer.Serialize(text) + ",";

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) + "," : "real(null),";
}
