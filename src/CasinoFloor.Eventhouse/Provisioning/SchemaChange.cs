namespace CasinoFloor.Eventhouse.Provisioning;

/// <summary>What a command of the schema does to a database.</summary>
/// <param name="Entity">What it is about, such as <c>table slot_events_live</c>.</param>
/// <param name="Change">What changes, in a few words; null when it is so already.</param>
public sealed record SchemaChange(string Entity, string? Change)
{
    /// <summary>The command; empty when nothing is to be done.</summary>
    internal string Command { get; init; } = "";
}
