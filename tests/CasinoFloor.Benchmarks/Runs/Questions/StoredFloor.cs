using System.Globalization;
using CasinoFloor.Eventhouse.Embedded;
using DuckDB.NET.Data;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>What is stored before a run.</summary>
/// <param name="Events">Slot events.</param>
/// <param name="Minutes">Rows of machine-minutes.</param>
/// <param name="Findings">Findings.</param>
/// <param name="Machines">The machines that stand on the floor.</param>
/// <param name="Busiest">The one that played most.</param>
internal sealed record StoredFloor(long Events, long Minutes, long Findings, IReadOnlyList<(string Machine, string Section)> Machines, string Busiest)
{
    public static StoredFloor Read(EmbeddedEventhouse house)
    {
        using var reader = house.OpenReader();
        return new StoredFloor(
            Count("slot_events_live"),
            Count("slot_activity_1m"),
            Count("alerts_live"),
            [.. Rows(reader, "SELECT machine_id, floor_section FROM machine_locations ORDER BY ALL")],
            Rows(reader, "SELECT machine_id, '' FROM slot_activity_1m GROUP BY ALL ORDER BY sum(spin_count) DESC LIMIT 1")[0].Item1);

        long Count(string table) => long.Parse(Rows(reader, $"SELECT count(*)::VARCHAR, '' FROM {table}")[0].Item1, CultureInfo.InvariantCulture);
    }

    private static List<(string, string)> Rows(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }
}
