using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Security events as rows of <c>security_events_live</c>.</summary>
internal static class SecurityRows
{
    /// <summary>Writes an event's columns in the table's order.</summary>
    public static void Write<TRow>(ref TRow row, PinnedBatch batch, in SecurityEvent security, RowOrigin origin)
        where TRow : IRowWriter, allows ref struct
    {
        row.Text(batch, security.EventId);
        row.Text(batch, security.Type);
        row.Time(security.Timestamp);
        row.Text(batch, security.LocationId);
        row.Text(batch, security.FloorSection);
        row.Text(batch, security.LocationDetail);
        row.Bool(security.AccessGranted);
        row.Text(batch, security.SecurityLevel);
        row.Text(batch, security.Severity);
        row.Text(batch, security.MachineId);
        row.Text(batch, security.EmployeeId);
        row.Text(batch, security.BadgeNumber);
        row.Text(batch, security.CameraId);
        row.Text(batch, security.DeniedReason);
        row.Text(batch, security.IncidentNumber);
        row.Text(batch, security.IncidentCategory);
        row.Text(batch, security.Description);
        row.Text(batch, security.OfficerId);
        row.Text(batch, security.ResolutionStatus);
        origin.Write(ref row, batch, security.Message, security.Outcome);
    }
}
