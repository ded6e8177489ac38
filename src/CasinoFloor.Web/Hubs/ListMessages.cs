using MessagePack;

namespace CasinoFloor.Web.Hubs;

/// <summary>An item of the stream <c>Jackpots</c>.</summary>
[MessagePackObject]
public sealed record JackpotsMessage
{
    /// <summary>Version of this message's meaning.</summary>
    [Key("contract")]
    public int Contract { get; init; } = FloorHub.Contract;

    /// <summary><c>snapshot</c>: the newest hand pays, at most 50; or <c>delta</c>: new ones, and those that were reset since.</summary>
    [Key("kind")]
    public required string Kind { get; init; }

    /// <summary>The hand pays, newest first; an id that is known already is a newer state of the same.</summary>
    [Key("jackpots")]
    public required IReadOnlyList<JackpotMessage> Jackpots { get; init; }
}

/// <summary>A hand pay at or over the large-win threshold.</summary>
[MessagePackObject]
public sealed record JackpotMessage
{
    /// <summary>Its identity, the same after a restart.</summary>
    [Key("id")]
    public required string Id { get; init; }

    /// <summary>The machine.</summary>
    [Key("machine")]
    public required string Machine { get; init; }

    /// <summary>Its section.</summary>
    [Key("section")]
    public required string Section { get; init; }

    /// <summary>The win in currency units.</summary>
    [Key("amount")]
    public required double Amount { get; init; }

    /// <summary>low, medium or high.</summary>
    [Key("level")]
    public required string Level { get; init; }

    /// <summary>When it was won, Unix milliseconds.</summary>
    [Key("wonAt")]
    public required long WonAt { get; init; }

    /// <summary>When the machine was reset, Unix milliseconds; null while it is locked.</summary>
    [Key("resetAt")]
    public required long? ResetAt { get; init; }
}

/// <summary>An item of the stream <c>Findings</c>.</summary>
[MessagePackObject]
public sealed record FindingsMessage
{
    /// <summary>Version of this message's meaning.</summary>
    [Key("contract")]
    public int Contract { get; init; } = FloorHub.Contract;

    /// <summary><c>snapshot</c>: all conditions that hold, at most 200, worst and newest first; or <c>delta</c>.</summary>
    [Key("kind")]
    public required string Kind { get; init; }

    /// <summary>Conditions that began, or changed.</summary>
    [Key("raised")]
    public required IReadOnlyList<FindingMessage> Raised { get; init; }

    /// <summary>Ids of conditions that hold no longer.</summary>
    [Key("cleared")]
    public required IReadOnlyList<string> Cleared { get; init; }
}

/// <summary>A condition that wants somebody.</summary>
[MessagePackObject]
public sealed record FindingMessage
{
    /// <summary>Its identity, the same after a restart.</summary>
    [Key("id")]
    public required string Id { get; init; }

    /// <summary>What it is, such as machineDown, doorWithoutCard or hopperFill.</summary>
    [Key("kind")]
    public required string Kind { get; init; }

    /// <summary>low, medium, high or critical.</summary>
    [Key("severity")]
    public required string Severity { get; init; }

    /// <summary>The machine; empty for the whole floor.</summary>
    [Key("machine")]
    public required string Machine { get; init; }

    /// <summary>Its section; empty for the whole floor.</summary>
    [Key("section")]
    public required string Section { get; init; }

    /// <summary>Since when, Unix milliseconds.</summary>
    [Key("since")]
    public required long Since { get; init; }

    /// <summary>One plain sentence: value, threshold, sample. No personal data.</summary>
    [Key("why")]
    public required string Why { get; init; }
}
