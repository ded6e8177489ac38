namespace CasinoFloor.Engine.Events;

/// <summary>Why a message was refused. The names below are what dead letters, counters and summaries show.</summary>
public enum RejectionReason : byte
{
    /// <summary><c>not_json</c>: not a JSON object.</summary>
    NotJson,

    /// <summary><c>too_large</c>: the message is longer than allowed.</summary>
    TooLarge,

    /// <summary><c>missing_field</c>: a required field is absent, null or empty.</summary>
    MissingField,

    /// <summary><c>wrong_type</c>: a field has a JSON type that cannot be read as what it is.</summary>
    WrongType,

    /// <summary><c>unknown_event_type</c>: the type is neither canonical nor an alias of the dialect.</summary>
    UnknownEventType,

    /// <summary><c>bad_timestamp</c>: the time cannot be read.</summary>
    BadTimestamp,

    /// <summary><c>clock_skew</c>: the time lies further in the future than allowed.</summary>
    ClockSkew,

    /// <summary><c>negative_amount</c>: an amount below zero where none may be.</summary>
    NegativeAmount,

    /// <summary><c>amount_out_of_range</c>: an amount or number that is absurdly large, NaN or infinite.</summary>
    AmountOutOfRange,

    /// <summary><c>text_too_long</c>: an identifier or text longer than allowed.</summary>
    TextTooLong,
}

/// <summary>A message that was refused: it goes to the dead letters with its reason, bytes and position.</summary>
/// <param name="Message">Index of the raw message in the batch.</param>
/// <param name="Reason">Why.</param>
/// <param name="Field">The canonical name of the field at fault; null where the whole message is.</param>
public readonly record struct Rejection(int Message, RejectionReason Reason, string? Field);

/// <summary>Names of <see cref="RejectionReason"/>.</summary>
public static class RejectionReasons
{
    /// <summary>How many reasons there are.</summary>
    public const int Count = (int)RejectionReason.TextTooLong + 1;

    /// <summary>The name shown in dead letters, counters and summaries.</summary>
    public static string Name(this RejectionReason reason) => reason switch
    {
        RejectionReason.NotJson => "not_json",
        RejectionReason.TooLarge => "too_large",
        RejectionReason.MissingField => "missing_field",
        RejectionReason.WrongType => "wrong_type",
        RejectionReason.UnknownEventType => "unknown_event_type",
        RejectionReason.BadTimestamp => "bad_timestamp",
        RejectionReason.ClockSkew => "clock_skew",
        RejectionReason.NegativeAmount => "negative_amount",
        RejectionReason.AmountOutOfRange => "amount_out_of_range",
        RejectionReason.TextTooLong => "text_too_long",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
