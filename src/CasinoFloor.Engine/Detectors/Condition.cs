using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Engine.Detectors;

/// <summary>A condition that holds.</summary>
/// <param name="Machine">The machine; -1 for the whole floor.</param>
/// <param name="Start">When the episode began, ticks.</param>
/// <param name="Finding">The finding that raised it.</param>
internal sealed record Condition(int Machine, long Start, Finding Finding)
{
    private AttentionEntry? _entry;

    /// <summary>Its row in the list of what wants somebody; the same one each time.</summary>
    public AttentionEntry Entry => _entry ??= new AttentionEntry
    {
        Id = Finding.Id,
        Kind = Finding.Kind,
        Severity = Finding.Severity,
        Machine = Machine,
        MachineId = Finding.MachineId,
        FloorSection = Finding.FloorSection,
        Since = new DateTime(Start, DateTimeKind.Utc),
        Why = Finding.Why,
    };
}

/// <summary>What a detector says of a finding.</summary>
internal readonly record struct FindingFacts
{
    /// <summary>How urgent; a clearing takes it from its raising.</summary>
    public Severity Severity { get; init; }

    /// <summary>When it came to hold by the events' own time, ticks.</summary>
    public required long EventTime { get; init; }

    /// <summary>Whether the passing of time showed it, not an event.</summary>
    public bool ByClock { get; init; }

    /// <summary>The value seen.</summary>
    public required decimal Value { get; init; }

    /// <summary>The threshold.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>How much stands behind the value.</summary>
    public required long Sample { get; init; }

    /// <summary>One plain sentence.</summary>
    public required string Why { get; init; }
}

/// <summary>Worst first, then newest first.</summary>
internal sealed class ConditionOrder : IComparer<Condition>
{
    /// <summary>The only one needed.</summary>
    public static ConditionOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(Condition? x, Condition? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = y.Finding.Severity.CompareTo(x.Finding.Severity);
        order = order != 0 ? order : y.Start.CompareTo(x.Start);
        order = order != 0 ? order : string.CompareOrdinal(x.Finding.MachineId, y.Finding.MachineId);
        return order != 0 ? order : x.Finding.Kind.CompareTo(y.Finding.Kind);
    }
}
