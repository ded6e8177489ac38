using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// The canonical field names of each stream: what dialects map a feed's names to, and what a <see cref="Rejection"/> names.
/// </summary>
public static class StreamFields
{
    /// <summary>Every stream's field 0, <c>event_id</c>.</summary>
    internal const int EventId = 0;

    /// <summary>Every stream's field 1, <c>event_type</c>.</summary>
    internal const int EventType = 1;

    /// <summary>Every stream's field 2, <c>event_timestamp</c>.</summary>
    internal const int EventTimestamp = 2;

    private static readonly string[] Slot = CanonicalNames.SnakeAll<SlotField>();
    private static readonly string[] Table = CanonicalNames.SnakeAll<TableField>();
    private static readonly string[] Security = CanonicalNames.SnakeAll<SecurityField>();
    private static readonly string[] Cash = CanonicalNames.SnakeAll<CashField>();

    /// <summary>The canonical names of a stream's fields; <c>event_id</c>, <c>event_type</c> and <c>event_timestamp</c> come first.</summary>
    public static ReadOnlySpan<string> Names(EventStream stream) => stream switch
    {
        EventStream.Slot => Slot,
        EventStream.Table => Table,
        EventStream.Security => Security,
        EventStream.Cash => Cash,
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, null),
    };

    /// <summary>The number of a canonical field, ignoring case; -1 when the stream has no such field.</summary>
    internal static int IndexOf(EventStream stream, string name)
    {
        var names = Names(stream);
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
