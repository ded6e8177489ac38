using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Security events. Required: type, time.</summary>
internal sealed class SecurityDecoder(FieldReader fields, HeaderReader header) : StreamDecoder<SecurityEvent>(fields, header)
{
    protected override EventList<SecurityEvent> List(EventBatch batch) => batch.Securities;

    protected override void Begin(ref SecurityEvent security, in EventHeader start, EventTypeEntry type)
    {
        security.Timestamp = start.Timestamp;
        security.Message = start.Message;
        security.Type = start.Type;
    }

    protected override void Fill(ref SecurityEvent security, int field, int source)
    {
        switch ((SecurityField)field)
        {
            case SecurityField.EventId: security.EventId = Fields.Text(source); break;
            case SecurityField.AccessGranted: security.AccessGranted = Fields.Flag(source); break;
            case SecurityField.LocationId: security.LocationId = Fields.Text(source); break;
            case SecurityField.FloorSection: security.FloorSection = Fields.Text(source); break;
            case SecurityField.LocationDetail: security.LocationDetail = Fields.Description(source); break;
            case SecurityField.SecurityLevel: security.SecurityLevel = Fields.Text(source); break;
            case SecurityField.Severity: security.Severity = Fields.Text(source); break;
            case SecurityField.MachineId: security.MachineId = Fields.Text(source); break;
            case SecurityField.EmployeeId: security.EmployeeId = Fields.Text(source); break;
            case SecurityField.BadgeNumber: security.BadgeNumber = Fields.Text(source); break;
            case SecurityField.CameraId: security.CameraId = Fields.Text(source); break;
            case SecurityField.DeniedReason: security.DeniedReason = Fields.Description(source); break;
            case SecurityField.IncidentNumber: security.IncidentNumber = Fields.Text(source); break;
            case SecurityField.IncidentCategory: security.IncidentCategory = Fields.Text(source); break;
            case SecurityField.Description: security.Description = Fields.Description(source); break;
            case SecurityField.OfficerId: security.OfficerId = Fields.Text(source); break;
            case SecurityField.ResolutionStatus: security.ResolutionStatus = Fields.Text(source); break;
        }
    }

    protected override int Missing(in SecurityEvent security, uint filled) => -1;

    protected override void Complete(ref SecurityEvent security, DecodeContext context, EventTypeEntry type)
    {
        security.Identity = context.Identify(security.EventId, security.Message);
    }
}
