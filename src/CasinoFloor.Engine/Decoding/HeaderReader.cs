using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Reads what every stream's events have: type and time.</summary>
internal sealed class HeaderReader(JsonObjectScanner scanner, FieldReader fields, DecodingOptions options)
{
    /// <summary>The type of a slot event, which must be known.</summary>
    public bool TryReadKnownType(DecodeContext context, out EventTypeEntry type)
    {
        type = context.Stream.Unlisted;
        if (!TryFindType(context, out var source))
        {
            return false;
        }

        var known = context.Stream.Types.Find(fields.Raw(source));
        if (known < 0)
        {
            return Fail(context, StreamFields.EventType, RejectionReason.UnknownEventType);
        }

        type = context.Stream.Entries[known];
        return true;
    }

    /// <summary>
    /// The type of a table, security or cash event. These streams are open: an unknown type is taken as it is, in upper case,
    /// if it looks like one (a letter, then letters, digits and <c>_ - . space</c>).
    /// </summary>
    /// <param name="context">The batch and message.</param>
    /// <param name="type">The dialect's rules for it.</param>
    /// <param name="name">The canonical type.</param>
    public bool TryReadOpenType(DecodeContext context, out EventTypeEntry type, out TextSlice name)
    {
        name = default;
        type = context.Stream.Unlisted;
        if (!TryFindType(context, out var source))
        {
            return false;
        }

        var text = fields.Raw(source);
        if (text.Length > options.MaxEventTypeBytes)
        {
            return Fail(context, StreamFields.EventType, RejectionReason.TextTooLong);
        }

        var known = context.Stream.Types.Find(text);
        if (known >= 0)
        {
            type = context.Stream.Entries[known];
            name = text.SequenceEqual(type.Canonical) && fields.Kind(source) == JsonTokenKind.Text
                ? fields.RawSlice(source)
                : context.Batch.AddText(type.Canonical);
            return true;
        }

        if (!EventTypeText.IsPlausible(text))
        {
            return Fail(context, StreamFields.EventType, RejectionReason.UnknownEventType);
        }

        if (fields.Kind(source) == JsonTokenKind.Text && !EventTypeText.HasLower(text))
        {
            name = fields.RawSlice(source);
            return true;
        }

        // The text may lie in the buffer that making room moves: it is read anew.
        var output = context.Batch.Reserve(text.Length);
        text = fields.Raw(source);
        EventTypeText.ToUpper(text, output);
        name = context.Batch.Commit(text.Length);
        return true;
    }

    /// <summary>The event's time, moved as the batch asks.</summary>
    public bool TryReadTime(DecodeContext context, out long utcTicks)
    {
        utcTicks = 0;
        var source = StreamDialect.Best(context.Stream.TimeSources, context.Given);
        if (source < 0)
        {
            return Fail(context, StreamFields.EventTimestamp, RejectionReason.MissingField);
        }

        if (scanner[source].Kind is not (JsonTokenKind.Text or JsonTokenKind.EscapedText or JsonTokenKind.Number))
        {
            return Fail(context, StreamFields.EventTimestamp, RejectionReason.WrongType);
        }

        var text = fields.Raw(source);
        var isRead = scanner[source].Kind == JsonTokenKind.Number
            ? TimestampParser.TryReadUnix(text, out utcTicks)
            : context.Timestamps.TryRead(text, out utcTicks);
        if (!isRead)
        {
            return Fail(context, StreamFields.EventTimestamp, RejectionReason.BadTimestamp);
        }

        return context.TryShift(ref utcTicks) || Fail(context, StreamFields.EventTimestamp, RejectionReason.ClockSkew);
    }

    /// <summary>Notes that the message fails, and why. Always false.</summary>
    public bool Fail(DecodeContext context, int field, RejectionReason reason)
    {
        context.FailedField = field;
        fields.Fail(reason);
        return false;
    }

    private bool TryFindType(DecodeContext context, out int source)
    {
        source = StreamDialect.Best(context.Stream.TypeSources, context.Given);
        if (source < 0)
        {
            return Fail(context, StreamFields.EventType, RejectionReason.MissingField);
        }

        return scanner[source].Kind is JsonTokenKind.Text or JsonTokenKind.EscapedText
            ? fields.Raw(source).Length > 0 || Fail(context, StreamFields.EventType, RejectionReason.MissingField)
            : Fail(context, StreamFields.EventType, RejectionReason.WrongType);
    }
}
