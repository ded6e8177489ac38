namespace CasinoFloor.Engine.Events;

/// <summary>The four streams of events a floor sends.</summary>
public enum EventStream : byte
{
    /// <summary>Slot machines; topic <c>es-slot-telemetry</c>.</summary>
    Slot,

    /// <summary>Table games; topic <c>es-table-games</c>.</summary>
    Table,

    /// <summary>Doors, cameras, incidents; topic <c>es-security-events</c>.</summary>
    Security,

    /// <summary>Cage transactions; topic <c>es-cash-transactions</c>.</summary>
    Cash,
}

/// <summary>Names and enumeration of <see cref="EventStream"/>.</summary>
public static class EventStreams
{
    /// <summary>All streams, in the order of the enumeration.</summary>
    public static ReadOnlySpan<EventStream> All => [EventStream.Slot, EventStream.Table, EventStream.Security, EventStream.Cash];

    /// <summary>How many streams there are.</summary>
    public const int Count = 4;

    /// <summary>The name used on the command line, in settings and in stored rows: <c>slot</c>, <c>table</c>, <c>security</c>, <c>cash</c>.</summary>
    public static string Name(this EventStream stream) => stream switch
    {
        EventStream.Slot => "slot",
        EventStream.Table => "table",
        EventStream.Security => "security",
        EventStream.Cash => "cash",
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, null),
    };

    /// <summary>The stream of a name (see <see cref="Name"/>), ignoring case.</summary>
    public static bool TryParse(string? name, out EventStream stream)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.Name(), name, StringComparison.OrdinalIgnoreCase))
            {
                stream = candidate;
                return true;
            }
        }

        stream = default;
        return false;
    }
}
