using System.Text;

namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>Places and incidents of the simulated security events, as UTF-8.</summary>
internal static class SecurityWords
{
    /// <summary>Where things happen.</summary>
    public static IReadOnlyList<SecurityPlace> Places { get; } =
    [
        new("Main Floor", "LOC-MAF-", "Public"),
        new("Bar", "LOC-BAR-", "Public"),
        new("Hotel Lobby", "LOC-LOB-", "Public"),
        new("Parking Garage", "LOC-PRK-", "Public"),
        new("Employee Entrance", "LOC-EMP-", "Employee"),
        new("Loading Dock", "LOC-DOC-", "Employee"),
        new("Server Room", "LOC-SRV-", "Restricted"),
        new("Surveillance Room", "LOC-SUR-", "High Security"),
        new("Cage", "LOC-CAG-", "High Security"),
        new("Count Room", "LOC-CNT-", "High Security"),
        new("Vault", "LOC-VLT-", "High Security"),
    ];

    /// <summary>What the officers are called for.</summary>
    public static IReadOnlyList<SecurityIncident> Incidents { get; } =
    [
        new("INCIDENT_REPORT", "MEDIUM", "Disturbance", "Loud argument at a bank of machines"),
        new("INCIDENT_REPORT", "MEDIUM", "Theft", "Guest reports a missing purse"),
        new("INCIDENT_REPORT", "LOW", "Property Damage", "Broken glass, area closed for cleaning"),
        new("INCIDENT_REPORT", "HIGH", "Underage Gaming", "Guest without identification at a machine"),
        new("PATRON_COMPLAINT", "LOW", "Complaint", "Guest disputes a ticket"),
        new("ESCORT_REQUEST", "LOW", "Escort", "Escort to the parking garage"),
        new("ALTERCATION", "HIGH", "Disturbance", "Two guests separated"),
        new("TRESPASS", "HIGH", "Trespass", "Person on the trespass list recognised"),
        new("MEDICAL_EMERGENCY", "CRITICAL", "Medical", "Guest feels unwell, paramedics called"),
    ];
}

/// <summary>A place that is watched.</summary>
internal sealed class SecurityPlace(string name, string idPrefix, string level)
{
    public byte[] Name { get; } = Encoding.UTF8.GetBytes(name);

    public byte[] IdPrefix { get; } = Encoding.UTF8.GetBytes(idPrefix);

    public byte[] Level { get; } = Encoding.UTF8.GetBytes(level);
}

/// <summary>A kind of incident.</summary>
internal sealed class SecurityIncident(string type, string severity, string category, string description)
{
    public byte[] Type { get; } = Encoding.UTF8.GetBytes(type);

    public byte[] Severity { get; } = Encoding.UTF8.GetBytes(severity);

    public byte[] Category { get; } = Encoding.UTF8.GetBytes(category);

    public byte[] Description { get; } = Encoding.UTF8.GetBytes(description);
}
