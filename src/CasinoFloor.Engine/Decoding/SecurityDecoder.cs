using System.Numerics;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Security events. Required: type, time.</summary>
internal sealed class SecurityDecoder(FieldReader fields, HeaderReader header)
{
    /// <summary>Appends the event; false when the message fails.</summary>
    public bool TryDecode(DecodeContext context, int message)
    {
        if (!header.TryReadOpenType(context, out var type, out var entry) || !header.TryReadTime(context, out var timestamp))
        {
            return false;
        }

        ref var security = ref context.Batch.Securities.Add();
        security.Timestamp = timestamp;
        security.Message = message;
        security.Type = type;
        var plan = entry?.Plan ?? context.Stream.Plan;
        for (var rest = plan.Select(context.Given); rest != 0; rest &= rest - 1)
        {
            var source = BitOperations.TrailingZeroCount(rest);
            Fill(ref security, (SecurityField)plan.Field(source), source);
            if (fields.Failed)
            {
                context.FailedField = plan.Field(source);
                context.Batch.Securities.RemoveLast();
                return false;
            }
        }

        security.HasEventId = !security.EventId.IsEmpty;
        security.Identity = context.Identify(security.EventId, message);
        return true;
    }

    private void Fill(ref SecurityEvent security, SecurityField field, int source)
    {
        switch (field)
        {
            case SecurityField.EventId: security.EventId = fields.Text(source); break;
            case SecurityField.AccessGranted: security.AccessGranted = fields.Flag(source); break;
            case SecurityField.LocationId: security.LocationId = fields.Text(source); break;
            case SecurityField.FloorSection: security.FloorSection = fields.Text(source); break;
            case SecurityField.LocationDetail: security.LocationDetail = fields.Description(source); break;
            case SecurityField.SecurityLevel: security.SecurityLevel = fields.Text(source); break;
            case SecurityField.Severity: security.Severity = fields.Text(source); break;
            case SecurityField.MachineId: security.MachineId = fields.Text(source); break;
            case SecurityField.EmployeeId: security.EmployeeId = fields.Text(source); break;
            case SecurityField.BadgeNumber: security.BadgeNumber = fields.Text(source); break;
            case SecurityField.CameraId: security.CameraId = fields.Text(source); break;
            case SecurityField.DeniedReason: security.DeniedReason = fields.Description(source); break;
            case SecurityField.IncidentNumber: security.IncidentNumber = fields.Text(source); break;
            case SecurityField.IncidentCategory: security.IncidentCategory = fields.Text(source); break;
            case SecurityField.Description: security.Description = fields.Description(source); break;
            case SecurityField.OfficerId: security.OfficerId = fields.Text(source); break;
            case SecurityField.ResolutionStatus: security.ResolutionStatus = fields.Text(source); break;
        }
    }
}
