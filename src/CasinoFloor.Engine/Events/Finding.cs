namespace CasinoFloor.Engine.Events;

/// <summary>What a detector found; the name is stored and shown.</summary>
public enum FindingKind : byte
{
    /// <summary>A hand pay at or over the large-win threshold.</summary>
    Jackpot,

    /// <summary>A locked machine was reset.</summary>
    JackpotReset,

    /// <summary>More ERROR events in a quarter of an hour than a healthy machine has.</summary>
    MachineDown,

    /// <summary>A burst of ERROR events.</summary>
    MachineCritical,

    /// <summary>A tilt.</summary>
    Tilt,

    /// <summary>Power is off.</summary>
    PowerOff,

    /// <summary>A door was opened with no employee card in the machine.</summary>
    DoorWithoutCard,

    /// <summary>Nothing heard for a while.</summary>
    Idle,

    /// <summary>Nothing heard for so long that the machine counts as off line.</summary>
    Offline,

    /// <summary>Coin-in rate far above its peers.</summary>
    Hot,

    /// <summary>Coin-in rate far below its peers.</summary>
    Cold,

    /// <summary>The hopper wants filling.</summary>
    HopperFill,

    /// <summary>Floor coin-in far from its own recent minutes.</summary>
    FloorDeviation,
}

/// <summary>What becomes of the kinds of findings.</summary>
public static class FindingKinds
{
    /// <summary>
    /// Whether somebody is to go and look while it holds. Hot, cold and idle machines are looked through at a desk, on the map and in lists: at any time a
    /// good part of a floor is one of them.
    /// </summary>
    /// <param name="kind">Which.</param>
    public static bool WantsSomebody(this FindingKind kind) => kind is not (FindingKind.Hot or FindingKind.Cold or FindingKind.Idle);
}

/// <summary>How urgent a finding is.</summary>
public enum Severity : byte
{
    /// <summary>For the record or the next shift.</summary>
    Low,

    /// <summary>Within 15 minutes.</summary>
    Medium,

    /// <summary>Within 5 minutes.</summary>
    High,

    /// <summary>Within 2 minutes.</summary>
    Critical,
}

/// <summary>Whether a finding begins a condition, ends it, or is a single happening.</summary>
public enum FindingPhase : byte
{
    /// <summary>Happened once; nothing to end.</summary>
    Occurred,

    /// <summary>The condition began.</summary>
    Raised,

    /// <summary>The condition ended.</summary>
    Cleared,
}

/// <summary>
/// What a detector says, and why: the value it saw, the threshold it compared with, and how large the sample was.
/// </summary>
public sealed record Finding
{
    /// <summary>
    /// The same for the same happening however often it is computed (kind, machine, start), so that a restart
    /// or a replay raises nothing twice: see <see cref="MakeId"/>.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What was found.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>How urgent.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Begin, end or single happening.</summary>
    public required FindingPhase Phase { get; init; }

    /// <summary>The machine; empty for findings about the whole floor.</summary>
    public required string MachineId { get; init; }

    /// <summary>The machine's section; empty for the whole floor.</summary>
    public required string FloorSection { get; init; }

    /// <summary>When it happened by the event's own clock, UTC.</summary>
    public required DateTime EventTime { get; init; }

    /// <summary>When the event that showed it was received, UTC; equals <see cref="DetectedAt"/> for findings made by the clock.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>When the detector found it, UTC.</summary>
    public required DateTime DetectedAt { get; init; }

    /// <summary>The value seen: an amount, a count, a percentage, a number of sigmas.</summary>
    public required decimal Value { get; init; }

    /// <summary>The threshold that the value was compared with, in the same unit.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>How many events, games, peers or minutes stand behind the value.</summary>
    public required long Sample { get; init; }

    /// <summary>One plain sentence with value, threshold and sample; no personal data.</summary>
    public required string Why { get; init; }

    /// <summary>The identity of a happening: <c>KIND/PHASE/MACHINE/TICKS</c>.</summary>
    public static string MakeId(FindingKind kind, FindingPhase phase, string machineId, long startTicks) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}/{phase}/{machineId}/{startTicks:x}");
}
