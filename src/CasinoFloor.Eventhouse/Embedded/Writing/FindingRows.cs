using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>Findings as rows of <c>alerts_live</c>: each id once, however often it is found.</summary>
internal static class FindingRows
{
    /// <summary>Appends the findings that are not stored yet.</summary>
    public static void Append(TableAppender table, DuckDBConnection connection, IReadOnlyList<EventBatch> batches)
    {
        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var finding in batches.SelectMany(batch => batch.Findings))
        {
            findings.TryAdd(finding.Id, finding);
        }

        if (findings.Count == 0)
        {
            return;
        }

        foreach (var id in Stored(connection, findings.Keys))
        {
            findings.Remove(id);
        }

        foreach (var finding in findings.Values)
        {
            var row = table.AddRow(connection);
            Write(ref row, finding);
        }
    }

    /// <summary>Writes a finding's columns in the table's order.</summary>
    public static void Write<TRow>(ref TRow row, Finding finding)
        where TRow : IRowWriter, allows ref struct
    {
        row.Text(finding.Id);
        row.Text(finding.Kind.ToString());
        row.Text(finding.Severity.ToString());
        row.Text(finding.Phase.ToString());
        row.Text(finding.MachineId);
        row.Text(finding.FloorSection);
        row.Time(finding.EventTime.Ticks);
        row.Time(finding.ReceivedAt.Ticks);
        row.Time(finding.DetectedAt.Ticks);
        row.Decimal(WideDecimal.ToUnits(finding.Value));
        row.Decimal(WideDecimal.ToUnits(finding.Threshold));
        row.Long(finding.Sample);
        row.Text(finding.Why);
    }

    private static List<string> Stored(DuckDBConnection connection, IEnumerable<string> ids)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT finding_id FROM alerts_live WHERE finding_id IN (SELECT unnest($ids))";
        command.Parameters.Add(new DuckDBParameter("ids", ids.ToList()));
        using var reader = command.ExecuteReader();
        var stored = new List<string>();
        while (reader.Read())
        {
            stored.Add(reader.GetString(0));
        }

        return stored;
    }
}
