using System.Numerics;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Makes one stream's events of scanned messages: type and time first, then every field that counts on that type.</summary>
internal abstract class StreamDecoder<TEvent>(FieldReader fields, HeaderReader header)
    where TEvent : struct
{
    /// <summary>Reads values.</summary>
    protected FieldReader Fields => fields;

    /// <summary>Reads the type.</summary>
    protected HeaderReader Header => header;

    /// <summary>Appends the event to its list; false when the message fails, with the reason in the field reader.</summary>
    public bool TryDecode(DecodeContext context, int message)
    {
        if (!TryReadType(context, out var type, out var name) || !header.TryReadTime(context, out var timestamp))
        {
            return false;
        }

        var list = List(context.Batch);
        ref var item = ref list.Add();
        Begin(ref item, new EventHeader(message, timestamp, name), type);
        uint filled = 0;
        for (var rest = type.Plan.Select(context.Given); rest != 0; rest &= rest - 1)
        {
            var source = BitOperations.TrailingZeroCount(rest);
            var field = type.Plan.Field(source);
            Fill(ref item, field, source);
            filled |= 1u << field;
            if (fields.Failed)
            {
                context.FailedField = field;
                list.RemoveLast();
                return false;
            }
        }

        var missing = Missing(item, filled);
        if (missing >= 0)
        {
            list.RemoveLast();
            return header.Fail(context, missing, RejectionReason.MissingField);
        }

        Complete(ref item, context, type);
        return true;
    }

    /// <summary>The batch's list of such events.</summary>
    protected abstract EventList<TEvent> List(EventBatch batch);

    /// <summary>Reads the type. Unless the stream says otherwise it is open: unknown types are taken as they are.</summary>
    protected virtual bool TryReadType(DecodeContext context, out EventTypeEntry type, out TextSlice name) =>
        header.TryReadOpenType(context, out type, out name);

    /// <summary>Sets what every event has, and marks numbers that are zero when given as unknown.</summary>
    protected abstract void Begin(ref TEvent item, in EventHeader start, EventTypeEntry type);

    /// <summary>Reads a field's value into the event.</summary>
    protected abstract void Fill(ref TEvent item, int field, int source);

    /// <summary>The required field that the event lacks; -1 when it lacks none.</summary>
    protected abstract int Missing(in TEvent item, uint filled);

    /// <summary>Sets what follows from the fields.</summary>
    protected abstract void Complete(ref TEvent item, DecodeContext context, EventTypeEntry type);
}

/// <summary>What every event has.</summary>
/// <param name="Message">Index of its message.</param>
/// <param name="Timestamp">When it happened, UTC ticks.</param>
/// <param name="Type">Canonical type as text; empty on the slot stream.</param>
internal readonly record struct EventHeader(int Message, long Timestamp, TextSlice Type);
