using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Rows;
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
                machines.Add(MachineRows.Read(reader, row, strings));
            }
        }

        return machines;
    }
}
