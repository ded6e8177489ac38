using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Embedded.Writing;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Reading;

/// <summary>Reads <c>alerts_live</c>.</summary>
internal static class StoredFindings
{
    /// <summary>Findings that happened or were detected since a moment, oldest first; of those that this version does not know <paramref name="unknown"/> is told.</summary>
    public static IReadOnlyList<Finding> Read(DuckDBConnection connection, DateTime since, Action<string> unknown)
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
                if (FindingRows.Read(reader, row, strings, unknown) is { } finding)
                {
                    findings.Add(finding);
                }
            }
        }

        return findings;
    }
}
