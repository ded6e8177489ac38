using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Results;

/// <summary>Where a value of an answer leads: a machine to its page.</summary>
public static class Drill
{
    private const string MachineColumn = "machine_id";

    /// <summary>The address that a value leads to; null for none.</summary>
    public static string? Address(KqlResultColumn column, object? value)
    {
        ArgumentNullException.ThrowIfNull(column);
        return value is string { Length: > 0 } machine && column.Name == MachineColumn ? Machine(machine) : null;
    }

    /// <summary>The machine of a row; null where it has none.</summary>
    public static string? MachineOf(KqlResultTable table, int row) => First<string>(table, row, column => column.Name == MachineColumn) is { Length: > 0 } id ? id : null;

    /// <summary>The address of a machine's page.</summary>
    public static string Machine(string id) => $"/machines/{Uri.EscapeDataString(id)}";

    private static T? First<T>(KqlResultTable table, int row, Func<KqlResultColumn, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(table);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (wanted(table.Columns[i]) && table.Rows[row][i] is T value)
                return value;
        }

        return default;
    }
}
