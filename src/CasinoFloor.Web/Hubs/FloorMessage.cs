using MessagePack;

namespace CasinoFloor.Web.Hubs;

/// <summary>An item of the stream <c>Floor</c>: the first is a snapshot, the others lead from the item before to the newest state.</summary>
[MessagePackObject]
public sealed record FloorMessage
{
    /// <summary>Version of this message's meaning; see <see cref="FloorHub.Contract"/>.</summary>
    [Key("contract")]
    public int Contract { get; init; } = FloorHub.Contract;

    /// <summary><c>snapshot</c>: forget what you have; or <c>delta</c>: replace the states it carries.</summary>
    [Key("kind")]
    public required string Kind { get; init; }

    /// <summary>Number of this state of the floor; rises with time, and skips when the reader is slower than the floor.</summary>
    [Key("sequence")]
    public required long Sequence { get; init; }

    /// <summary>The sequence of the item that a delta follows, which is the one sent before it; 0 in a snapshot.</summary>
    [Key("follows")]
    public required long Follows { get; init; }

    /// <summary>The engine's clock, Unix milliseconds; in a replay that keeps its times, the replay's.</summary>
    [Key("asOf")]
    public required long AsOf { get; init; }

    /// <summary>When the newest event was received, Unix milliseconds; null before the first. Its age is the age of all figures.</summary>
    [Key("lastReceived")]
    public required long? LastReceived { get; init; }

    /// <summary>Figures of the sections asked for, over the last 5 minutes.</summary>
    [Key("sections")]
    public required IReadOnlyList<SectionMessage> Sections { get; init; }

    /// <summary>What the machines are and where they stand; null in a delta.</summary>
    [Key("machines")]
    public IReadOnlyList<MachineMessage>? Machines { get; init; }

    /// <summary>States: of every machine in a snapshot, of those that changed in a delta.</summary>
    [Key("states")]
    public required IReadOnlyList<StateMessage> States { get; init; }
}

/// <summary>A section's figures over the last 5 minutes.</summary>
[MessagePackObject]
public sealed record SectionMessage
{
    /// <summary>Its name.</summary>
    [Key("section")]
    public required string Section { get; init; }

    /// <summary>Machines known.</summary>
    [Key("machines")]
    public required int Machines { get; init; }

    /// <summary>Machines with at least one game.</summary>
    [Key("active")]
    public required int Active { get; init; }

    /// <summary>Games per minute.</summary>
    [Key("gamesPerMinute")]
    public required double GamesPerMinute { get; init; }

    /// <summary>Wagered, in currency units.</summary>
    [Key("coinIn")]
    public required double CoinIn { get; init; }

    /// <summary>Paid, in currency units.</summary>
    [Key("coinOut")]
    public required double CoinOut { get; init; }

    /// <summary>Hold in percent; null (unknown) while coin-in is zero.</summary>
    [Key("holdPercent")]
    public required double? HoldPercent { get; init; }
}

/// <summary>What a machine is and where it stands.</summary>
[MessagePackObject]
public sealed record MachineMessage
{
    /// <summary>Its id.</summary>
    [Key("id")]
    public required string Id { get; init; }

    /// <summary>Its section.</summary>
    [Key("section")]
    public required string Section { get; init; }

    /// <summary>Its bank; empty when not known.</summary>
    [Key("bank")]
    public required string Bank { get; init; }

    /// <summary>From the left, in the plan's unit; null when the feed does not say.</summary>
    [Key("x")]
    public required double? X { get; init; }

    /// <summary>From the top, in the plan's unit; null when the feed does not say.</summary>
    [Key("y")]
    public required double? Y { get; init; }
}

/// <summary>A machine's state.</summary>
[MessagePackObject]
public sealed record StateMessage
{
    /// <summary>The machine.</summary>
    [Key("id")]
    public required string Id { get; init; }

    /// <summary>unknown, inService, idle, offline, powerOff, needsAttention or critical.</summary>
    [Key("status")]
    public required string Status { get; init; }

    /// <summary>What holds besides: locked, doorOpen, tilt, hopperLow, hot, cold, carded, serviceLamp.</summary>
    [Key("flags")]
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Heat score: events of the last 5 minutes / 100, in steps of 0.005, at most 1.25.</summary>
    [Key("heat")]
    public required double Heat { get; init; }

    /// <summary>Coin-in per minute over the last 5 minutes in currency units, within 1.7 %, at most 5,000.</summary>
    [Key("coinInPerMinute")]
    public required double CoinInPerMinute { get; init; }

    /// <summary>Hold of the last 60 minutes less theoretical hold, percentage points in steps of 0.5, within 50; null while unknown.</summary>
    [Key("holdDelta")]
    public required double? HoldDelta { get; init; }

    /// <summary>free, uncarded or carded: who plays it.</summary>
    [Key("occupancy")]
    public required string Occupancy { get; init; }

    /// <summary>The newest win of the last 15 minutes in currency units, within 1.9 %, at most 10,000; null for none.</summary>
    [Key("lastWin")]
    public required double? LastWin { get; init; }
}
