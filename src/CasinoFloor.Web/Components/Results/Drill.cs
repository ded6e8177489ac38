using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Results;

/// <summary>Where a value of an answer leads: a machine to its page, a moment to the floor as it was.</summary>
public static class Drill
{
    private const string MachineColumn = "machine_id";

    /// <summary>The address that a value leads to; null for none.</summary>
    public static string? Address(KqlResultColumn column, object? value)
    {
        ArgumentNullException.ThrowIfNull(column);
        return value switch
        {
            string { Length: > 0 } machine when column.Name == MachineColumn => Machine(machine),
            DateTime moment => Floor(moment),
            _ => null,
        };
    }

    /// <summary>The machine of a row; null where it has none.</summary>
    public static string? MachineOf(KqlResultTable table, int row) => First<string>(table, row, column => column.Name == MachineColumn) is { Length: > 0 } id ? id : null;

    /// <summary>The first moment of a row; null where it has none.</summary>
    public static DateTime? MomentOf(KqlResultTable table, int row) => First<DateTime?>(table, row, column => column.Type == KqlType.DateTime);

    /// <summary>The address of a machine's page.</summary>
    public static string Machine(string id) => $"/machines/{Uri.EscapeDataString(id)}";

    /// <summary>The address of the floor at a moment.</summary>
    public static string Floor(DateTime utc) => $"/replay?at={Uri.EscapeDataString(ResultText.Exact(utc))}";

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
