using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Findings as rows of <c>alerts_live</c>.</summary>
internal static class FindingRows
{
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

    /// <summary>
    /// Reads one of a row with the columns in the table's order. Null, and <paramref name="unknown"/> is told what, where a newer version has stored a kind, severity or phase
    /// that this one does not know.
    /// </summary>
    public static Finding? Read(IRowReader reader, int row, StringPool strings, Action<string> unknown) =>
        TryParse<FindingKind>(strings.Get(reader.Text(1, row)), unknown, out var kind)
        && TryParse<Severity>(strings.Get(reader.Text(2, row)), unknown, out var severity)
        && TryParse<FindingPhase>(strings.Get(reader.Text(3, row)), unknown, out var phase)
            ? new()
            {
                Id = reader.String(0, row),
                Kind = kind,
                Severity = severity,
                Phase = phase,
                MachineId = strings.Get(reader.Text(4, row)),
                FloorSection = strings.Get(reader.Text(5, row)),
                EventTime = StoredTime.ToDateTime(reader.Long(6, row)),
                ReceivedAt = StoredTime.ToDateTime(reader.Long(7, row)),
                DetectedAt = StoredTime.ToDateTime(reader.Long(8, row)),
                Value = WideDecimal.FromUnits(reader.Decimal(9, row)),
                Threshold = WideDecimal.FromUnits(reader.Decimal(10, row)),
                Sample = reader.Long(11, row),
                Why = reader.String(12, row),
            }
            : null;

    private static bool TryParse<T>(string name, Action<string> unknown, out T value)
        where T : struct, Enum
    {
        // A number is no name, though it can be parsed.
        if (Enum.TryParse(name, out value) && Enum.IsDefined(value))
        {
            return true;
        }

        unknown(name);
        return false;
    }
}
