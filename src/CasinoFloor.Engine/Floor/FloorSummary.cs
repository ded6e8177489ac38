using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Floor;

/// <summary>The figures and lists beside the map, at one moment. Immutable: shared by all viewers.</summary>
public sealed record FloorSummary
{
    /// <summary>The engine's clock when this was made, UTC. In a replay that keeps its times this is the replay's time.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Time of the newest event, UTC; null before the first.</summary>
    public DateTime? NewestEvent { get; init; }

    /// <summary>When the newest event was received, UTC wall clock; null before the first.</summary>
    public DateTime? LastReceived { get; init; }

    /// <summary>When the oldest event since the summary before this one was received, UTC wall clock; null where there was none.</summary>
    public DateTime? FirstReceived { get; init; }

    /// <summary>Windows before this moment are closed, UTC; null before the first event.</summary>
    public DateTime? Watermark { get; init; }

    /// <summary>Figures of the whole floor over the last 5 minutes.</summary>
    public required FloorFigures Figures { get; init; }

    /// <summary>The same figures by section, ordered by name.</summary>
    public required IReadOnlyList<SectionFigures> Sections { get; init; }

    /// <summary>Hand pays at or over the large-win threshold, newest first, at most 50.</summary>
    public required IReadOnlyList<JackpotEntry> Jackpots { get; init; }

    /// <summary>All conditions that want somebody (see <see cref="FindingKinds.WantsSomebody"/>), worst and newest first.</summary>
    public required IReadOnlyList<AttentionEntry> Attention { get; init; }

    /// <summary>What the engine counted since it started.</summary>
    public required EngineTotals Totals { get; init; }
}

/// <summary>Figures over a window of time.</summary>
public sealed record FloorFigures
{
    /// <summary>Games per minute.</summary>
    public double SpinsPerMinute { get; init; }

    /// <summary>Wagered.</summary>
    public Money CoinIn { get; init; }

    /// <summary>Paid.</summary>
    public Money CoinOut { get; init; }

    /// <summary>(coin-in - coin-out) / coin-in x 100; null (unknown) while coin-in is zero.</summary>
    public double? HoldPercent { get; init; }

    /// <summary>What machines with a known par sheet should hold of <see cref="RatedCoinIn"/>.</summary>
    public Money TheoreticalWin { get; init; }

    /// <summary>Wagered at machines whose theoretical hold is known.</summary>
    public Money RatedCoinIn { get; init; }

    /// <summary>Machines with at least one game.</summary>
    public int ActiveMachines { get; init; }

    /// <summary>Machines with a player's card in, or a carded game.</summary>
    public int Players { get; init; }

    /// <summary>Hand pays at or over the large-win threshold.</summary>
    public int Jackpots { get; init; }

    /// <summary>Machines known.</summary>
    public int Machines { get; init; }
}

/// <summary>Figures of one section.</summary>
/// <param name="FloorSection">Its name.</param>
/// <param name="Figures">The figures.</param>
public sealed record SectionFigures(string FloorSection, FloorFigures Figures);

/// <summary>A row of the jackpot feed.</summary>
public sealed record JackpotEntry
{
    /// <summary>Identity of the finding.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the machine.</summary>
    public required int Machine { get; init; }

    /// <summary>The machine.</summary>
    public required string MachineId { get; init; }

    /// <summary>Its section.</summary>
    public required string FloorSection { get; init; }

    /// <summary>The win.</summary>
    public required Money Amount { get; init; }

    /// <summary>Level by amount: LOW, MEDIUM or HIGH (never CRITICAL).</summary>
    public required Severity Level { get; init; }

    /// <summary>When it was won, UTC.</summary>
    public required DateTime EventTime { get; init; }

    /// <summary>When the machine was reset, UTC; null while it is locked.</summary>
    public DateTime? ResetAt { get; init; }
}

/// <summary>A row of the attention list.</summary>
public sealed record AttentionEntry
{
    /// <summary>Identity of the finding that began it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>How urgent.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Index of the machine; -1 for the whole floor.</summary>
    public required int Machine { get; init; }

    /// <summary>The machine; empty for the whole floor.</summary>
    public required string MachineId { get; init; }

    /// <summary>Its section.</summary>
    public required string FloorSection { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>One plain sentence: value, threshold, sample.</summary>
    public required string Why { get; init; }
}
