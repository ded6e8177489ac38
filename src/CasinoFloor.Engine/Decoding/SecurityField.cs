namespace CasinoFloor.Engine.Decoding;

/// <summary>Canonical fields of a security event; the names in messages and settings are in <see cref="StreamFields"/>.</summary>
internal enum SecurityField : byte
{
    EventId,
    EventType,
    EventTimestamp,
    AccessGranted,
    LocationId,
    FloorSection,
    LocationDetail,
    SecurityLevel,
    Severity,
    MachineId,
    EmployeeId,
    BadgeNumber,
    CameraId,
    DeniedReason,
    IncidentNumber,
    IncidentCategory,
    Description,
    OfficerId,
    ResolutionStatus,
}
