using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads <c>machine_locations</c>.</summary>
internal static class StoredMachines
{
    /// <summary>All machines, by id.</summary>
    public static IReadOnlyList<MachineLocation> Read(DuckDBConnection connection)
    {
        using var reader = new ChunkReader(
            connection,
            """
            SELECT machine_id, floor_section, bank, x_coord, y_coord, denomination, machine_type, manufacturer, game_theme, theoretical_hold
            FROM machine_locations ORDER BY machine_id
            """);
        var strings = new StringPool();
        var machines = new List<MachineLocation>();
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                machines.Add(FromRow(reader, row, strings));
            }
        }

        return machines;
    }

    /// <summary>Makes one of a row.</summary>
    public static MachineLocation FromRow(IRowReader reader, int row, StringPool strings) => new()
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
