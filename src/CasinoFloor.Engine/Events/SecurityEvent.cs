namespace CasinoFloor.Engine.Events;

/// <summary>A validated security event in UTC: doors, badges, cameras, patrols, incidents.</summary>
public struct SecurityEvent
{
    /// <summary>When it happened, UTC ticks.</summary>
    public long Timestamp { get; set; }

    /// <summary>Index of the raw message in the batch.</summary>
    public int Message { get; set; }

    /// <summary>The engine's verdict.</summary>
    public EventOutcome Outcome { get; set; }

    /// <summary>Hash of the event's identity within its stream.</summary>
    public UInt128 Identity { get; set; }

    /// <summary>Whether access was granted; null where the event is not about access.</summary>
    public bool? AccessGranted { get; set; }

    /// <summary>Canonical event type, upper case.</summary>
    public TextSlice Type { get; set; }

    /// <summary>The feed's event id.</summary>
    public TextSlice EventId { get; set; }

    /// <summary>Location.</summary>
    public TextSlice LocationId { get; set; }

    /// <summary>Section or zone.</summary>
    public TextSlice FloorSection { get; set; }

    /// <summary>Where exactly.</summary>
    public TextSlice LocationDetail { get; set; }

    /// <summary>Security level of the area.</summary>
    public TextSlice SecurityLevel { get; set; }

    /// <summary>LOW, MEDIUM, HIGH, CRITICAL.</summary>
    public TextSlice Severity { get; set; }

    /// <summary>Slot machine concerned, where there is one.</summary>
    public TextSlice MachineId { get; set; }

    /// <summary>Employee.</summary>
    public TextSlice EmployeeId { get; set; }

    /// <summary>Badge.</summary>
    public TextSlice BadgeNumber { get; set; }

    /// <summary>Camera.</summary>
    public TextSlice CameraId { get; set; }

    /// <summary>Why access was denied.</summary>
    public TextSlice DeniedReason { get; set; }

    /// <summary>Incident number.</summary>
    public TextSlice IncidentNumber { get; set; }

    /// <summary>Incident category.</summary>
    public TextSlice IncidentCategory { get; set; }

    /// <summary>What happened.</summary>
    public TextSlice Description { get; set; }

    /// <summary>Responding officer.</summary>
    public TextSlice OfficerId { get; set; }

    /// <summary>Open, investigating, resolved, closed.</summary>
    public TextSlice ResolutionStatus { get; set; }
}
