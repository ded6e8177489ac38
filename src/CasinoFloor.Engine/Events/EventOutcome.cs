namespace CasinoFloor.Engine.Events;

/// <summary>What the engine decided about an event. Only accepted events (late ones included) are stored and counted as money.</summary>
public enum EventOutcome : byte
{
    /// <summary>Not seen by the engine yet.</summary>
    Pending,

    /// <summary>Counts.</summary>
    Accepted,

    /// <summary>Counts, but came after the window it belongs to had closed.</summary>
    Late,

    /// <summary>Seen before: same event id, same position, or a repeated "hand pay pending".</summary>
    Duplicate,
}
