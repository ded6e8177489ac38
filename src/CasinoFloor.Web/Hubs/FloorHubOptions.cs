using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Web.Hubs;

/// <summary>Settings of the live contract for other programs, section <c>Hub</c>.</summary>
public sealed class FloorHubOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Hub";

    /// <summary>Whether the hub is served at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many programs may be connected at once, 1 to 10,000.</summary>
    public int MaxClients { get; set; } = 200;

    /// <summary>How many streams one connection may have open, 1 to 100.</summary>
    public int MaxStreamsPerClient { get; set; } = 8;

    /// <summary>Everything that is wrong with the settings, each line naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Within(nameof(MaxClients), MaxClients, 1, 10_000);
        errors.Within(nameof(MaxStreamsPerClient), MaxStreamsPerClient, 1, 100);
        return errors.All;
    }
}
