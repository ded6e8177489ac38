using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>Findings that are not stored yet: each id once, however often it is found.</summary>
internal static class NewFindings
{
    /// <summary>Appends those of some batches.</summary>
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

        foreach (var id in StoredOf(findings.Keys, connection))
        {
            findings.Remove(id);
        }

        foreach (var finding in findings.Values)
        {
            var row = table.BeginRow();
            FindingRows.Write(ref row, finding);
            table.EndRow();
        }
    }

    private static List<string> StoredOf(IEnumerable<string> ids, DuckDBConnection connection)
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
