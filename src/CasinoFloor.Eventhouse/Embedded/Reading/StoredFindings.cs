using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Embedded.Writing;
using CasinoFloor.Eventhouse.Ingestion;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads <c>alerts_live</c>.</summary>
internal static class StoredFindings
{
    /// <summary>Findings that happened or were detected since a moment, oldest first.</summary>
    public static IReadOnlyList<Finding> Read(DuckDBConnection connection, DateTime since)
    {
        var from = StoredTime.Sql(StoredTime.FromTicks(since.Ticks));
        using var reader = new ChunkReader(
            connection,
            $"""
            SELECT finding_id, kind, severity, phase, machine_id, floor_section, event_time, received_at, detected_at, value, threshold, sample, why
            FROM alerts_live WHERE event_time >= {from} OR detected_at >= {from} ORDER BY event_time, detected_at
            """);
        var strings = new StringPool();
        var findings = new List<Finding>();
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                findings.Add(FromRow(reader, row, strings));
            }
        }

        return findings;
    }

    /// <summary>Makes one of a row.</summary>
    public static Finding FromRow(IRowReader reader, int row, StringPool strings) => new()
    {
        Id = reader.String(0, row),
        Kind = Enum.Parse<FindingKind>(strings.Get(reader.Text(1, row))),
        Severity = Enum.Parse<Severity>(strings.Get(reader.Text(2, row))),
        Phase = Enum.Parse<FindingPhase>(strings.Get(reader.Text(3, row))),
        MachineId = strings.Get(reader.Text(4, row)),
        FloorSection = strings.Get(reader.Text(5, row)),
        EventTime = StoredTime.ToDateTime(reader.Long(6, row)),
        ReceivedAt = StoredTime.ToDateTime(reader.Long(7, row)),
        DetectedAt = StoredTime.ToDateTime(reader.Long(8, row)),
        Value = WideDecimal.FromUnits(reader.Decimal(9, row)),
        Threshold = WideDecimal.FromUnits(reader.Decimal(10, row)),
        Sample = reader.Long(11, row),
        Why = reader.String(12, row),
    };
}
