using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Security events from <c>security_events_live</c>.</summary>
internal sealed class StoredSecurities(IdentifyEvent identity) : StoredEventMap(identity)
{
    /// <inheritdoc />
    public override string Table => EventhouseTables.SecurityEvents.Name;

    /// <inheritdoc />
    public override string Columns =>
        """
        event_id, event_type, location_id, floor_section, location_detail, access_granted, security_level, severity, machine_id, employee_id,
        badge_number, camera_id, denied_reason, incident_number, incident_category, description, officer_id, resolution_status
        """;

    /// <inheritdoc />
    public override void Add(EventBatch batch, IRowReader reader, int row)
    {
        ref var security = ref batch.Securities.Add();
        security.Message = AddMessage(batch, reader, row);
        security.Timestamp = Time(reader, row);
        security.EventId = Text(batch, reader, First, row);
        security.Identity = Identify(batch, security.EventId);
        security.Type = Text(batch, reader, First + 1, row);
        security.LocationId = Text(batch, reader, First + 2, row);
        security.FloorSection = Text(batch, reader, First + 3, row);
        security.LocationDetail = Text(batch, reader, First + 4, row);
        security.AccessGranted = reader.IsNull(First + 5, row) ? null : reader.Bool(First + 5, row);
        security.SecurityLevel = Text(batch, reader, First + 6, row);
        security.Severity = Text(batch, reader, First + 7, row);
        security.MachineId = Text(batch, reader, First + 8, row);
        security.EmployeeId = Text(batch, reader, First + 9, row);
        security.BadgeNumber = Text(batch, reader, First + 10, row);
        security.CameraId = Text(batch, reader, First + 11, row);
        security.DeniedReason = Text(batch, reader, First + 12, row);
        security.IncidentNumber = Text(batch, reader, First + 13, row);
        security.IncidentCategory = Text(batch, reader, First + 14, row);
        security.Description = Text(batch, reader, First + 15, row);
        security.OfficerId = Text(batch, reader, First + 16, row);
        security.ResolutionStatus = Text(batch, reader, First + 17, row);
    }
}
