namespace CasinoFloor.Engine.Events;

/// <summary>
/// One machine's closed minute: a row of <c>slot_activity_1m</c>. A late event never changes a stored row; it brings a
/// new row of the same machine and minute with a higher <see cref="Revision"/> and the whole corrected figures.
/// </summary>
public readonly record struct ActivityWindow
{
    /// <summary>Start of the minute, UTC ticks; inclusive.</summary>
    public required long WindowStart { get; init; }

    /// <summary>The machine.</summary>
    public required string MachineId { get; init; }

    /// <summary>The machine's floor section when the window closed.</summary>
    public required string FloorSection { get; init; }

    /// <summary>Games played.</summary>
    public required int SpinCount { get; init; }

    /// <summary>Wagered.</summary>
    public required Money CoinIn { get; init; }

    /// <summary>Paid, hand pays included.</summary>
    public required Money CoinOut { get; init; }

    /// <summary>Bills accepted.</summary>
    public required Money BillIn { get; init; }

    /// <summary>Hand pays.</summary>
    public required int JackpotCount { get; init; }

    /// <summary>ERROR events.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>All events of the machine in this minute.</summary>
    public required int EventCount { get; init; }

    /// <summary>0 for the first closing, then one more for each correction.</summary>
    public required int Revision { get; init; }

    /// <summary>When this row was made, UTC ticks.</summary>
    public required long ClosedAt { get; init; }
}

/// <summary>A closed machine-minute that must be computed anew from the stored events, as a new revision.</summary>
/// <param name="MachineId">The machine.</param>
/// <param name="WindowStart">Start of the minute, UTC ticks.</param>
public readonly record struct StaleWindow(string MachineId, long WindowStart);
