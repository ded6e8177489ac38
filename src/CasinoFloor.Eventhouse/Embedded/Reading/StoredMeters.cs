using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads where the lifetime meters stand: each machine's newest reading, and the games stored after it.</summary>
/// <remarks>
/// In two queries: of readings that it is given DuckDB knows that they are fewer than the games, and from when on it has to look at games. In one query 10 million games took
/// seconds.
/// </remarks>
internal static class StoredMeters
{
    /// <summary>The meters of all machines whose newest reading lies between two moments.</summary>
    public static IReadOnlyList<MachineMeters> Read(DuckDBConnection connection, DateTime since, DateTime until)
    {
        var readings = Readings(connection, StoredTime.FromTicks(since.Ticks), StoredTime.FromTicks(until.Ticks));
        if (readings.Count == 0)
        {
            return [];
        }

        var played = Played(connection, readings);
        return readings.ConvertAll(reading => played.TryGetValue(reading.MachineId, out var games)
            ? new MachineMeters(reading.MachineId, reading.CoinIn + games.CoinIn, reading.CoinOut + games.CoinOut)
            : new MachineMeters(reading.MachineId, reading.CoinIn, reading.CoinOut));
    }

    private static List<Reading> Readings(DuckDBConnection connection, long since, long until)
    {
        using var reader = new ChunkReader(
            connection,
            $"""
            SELECT * FROM (
                SELECT machine_id, meter_coin_in, meter_coin_out, event_timestamp, source_partition, source_offset
                FROM slot_events_live
                WHERE event_timestamp >= {StoredTime.Sql(since)} AND event_type = 'METER_UPDATE' AND meter_coin_in IS NOT NULL AND meter_coin_out IS NOT NULL
                QUALIFY row_number() OVER (PARTITION BY machine_id ORDER BY event_timestamp DESC, source_offset DESC) = 1
            ) WHERE event_timestamp < {StoredTime.Sql(until)}
            """);
        var readings = new List<Reading>();
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                readings.Add(new Reading(
                    reader.String(0, row), StoredMoney.FromReal(reader.Real(1, row)), StoredMoney.FromReal(reader.Real(2, row)), reader.Long(3, row), reader.Int(4, row), reader.Long(5, row)));
            }
        }

        return readings;
    }

    // Two events of a millisecond are in the order in which they were sent.
    private static Dictionary<string, (Money CoinIn, Money CoinOut)> Played(DuckDBConnection connection, List<Reading> readings)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH reported AS (
                SELECT unnest($machines) AS machine_id, make_timestamp(unnest($times)) AS reported_at, unnest($partitions) AS reported_partition, unnest($offsets) AS reported_offset
            )
            SELECT machine_id, coalesce(sum(wager_amount), 0), coalesce(sum(payout_amount), 0)
            FROM slot_events_live JOIN reported USING (machine_id)
            WHERE event_timestamp >= {StoredTime.Sql(readings.Min(reading => reading.Time))} AND event_type IN ('SPIN', 'JACKPOT')
                AND (event_timestamp > reported_at OR (event_timestamp = reported_at AND source_partition = reported_partition AND source_offset > reported_offset))
            GROUP BY machine_id
            """;
        command.Parameters.Add(new DuckDBParameter("machines", readings.ConvertAll(reading => reading.MachineId)));
        command.Parameters.Add(new DuckDBParameter("times", readings.ConvertAll(reading => reading.Time)));
        command.Parameters.Add(new DuckDBParameter("partitions", readings.ConvertAll(reading => reading.Partition)));
        command.Parameters.Add(new DuckDBParameter("offsets", readings.ConvertAll(reading => reading.Offset)));
        using var reader = command.ExecuteReader();
        var played = new Dictionary<string, (Money, Money)>(StringComparer.Ordinal);
        while (reader.Read())
        {
            played[reader.GetString(0)] = (StoredMoney.FromReal(reader.GetDouble(1)), StoredMoney.FromReal(reader.GetDouble(2)));
        }

        return played;
    }

    private readonly record struct Reading(string MachineId, Money CoinIn, Money CoinOut, long Time, int Partition, long Offset);
}
