using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Makes events of one stream from stored rows. The first columns of every row are time, offset and enqueue time.</summary>
internal abstract class StoredEventMap(IdentifyEvent identity)
{
    /// <summary>Ordinal of the first column of <see cref="Columns"/>.</summary>
    protected const int First = 3;

    /// <summary>The partition index of messages that come from the Eventhouse.</summary>
    private const int NoPartition = -1;

    /// <summary>The map of a stream's table.</summary>
    public static StoredEventMap Of(EventStream stream, IdentifyEvent identity) => stream switch
    {
        EventStream.Slot => new StoredSlots(identity),
        EventStream.Table => new StoredTables(identity),
        EventStream.Security => new StoredSecurities(identity),
        EventStream.Cash => new StoredCashes(identity),
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, null),
    };

    /// <summary>The table.</summary>
    public abstract string Table { get; }

    /// <summary>The columns to select after the first three.</summary>
    public abstract string Columns { get; }

    /// <summary>Appends an event made from a row.</summary>
    public abstract void Add(EventBatch batch, IRowReader reader, int row);

    /// <summary>Appends the event's message, which has a position but no body, and gives its index.</summary>
    protected static int AddMessage(EventBatch batch, IRowReader reader, int row)
    {
        batch.Add(default, NoPartition, reader.Long(1, row), StoredTime.ToTicks(reader.Long(2, row)));
        return batch.MessageCount - 1;
    }

    /// <summary>The event's time in UTC ticks.</summary>
    protected static long Time(IRowReader reader, int row) => StoredTime.ToTicks(reader.Long(0, row));

    /// <summary>Copies a text into the batch.</summary>
    protected static TextSlice Text(EventBatch batch, IRowReader reader, int column, int row)
    {
        var text = reader.Text(column, row);
        return text.IsEmpty ? default : batch.AddText(text);
    }

    /// <summary>The identity of an event id; none without one.</summary>
    protected UInt128 Identify(EventBatch batch, TextSlice eventId) =>
        eventId.IsEmpty ? default : identity(batch.Stream, batch.Text(eventId));
}
