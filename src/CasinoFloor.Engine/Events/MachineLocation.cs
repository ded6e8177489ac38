namespace CasinoFloor.Engine.Events;

/// <summary>What a machine is and where it stands: a row of <c>machine_locations</c>.</summary>
public sealed record MachineLocation
{
    /// <summary>The machine's id.</summary>
    public required string MachineId { get; init; }

    /// <summary>Floor section; empty is unknown.</summary>
    public string FloorSection { get; init; } = "";

    /// <summary>Bank (a row or island of machines); empty is unknown.</summary>
    public string Bank { get; init; } = "";

    /// <summary>Position in metres from the floor plan's left edge; null when the machine has not been placed.</summary>
    public float? X { get; init; }

    /// <summary>Position in metres from the floor plan's top edge; null when the machine has not been placed.</summary>
    public float? Y { get; init; }

    /// <summary>Value of one credit; zero is unknown.</summary>
    public Money Denomination { get; init; }

    /// <summary>Kind of machine; empty is unknown.</summary>
    public string MachineType { get; init; } = "";

    /// <summary>Manufacturer; empty is unknown.</summary>
    public string Manufacturer { get; init; } = "";

    /// <summary>Game theme; empty is unknown.</summary>
    public string GameTheme { get; init; } = "";

    /// <summary>The par sheet's hold as a fraction; null is unknown.</summary>
    public float? TheoreticalHold { get; init; }
}
