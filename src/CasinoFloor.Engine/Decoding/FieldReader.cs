using System.Text;
using System.Text.Unicode;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Reads the scanned values of one message as what their fields are. A value that cannot be read sets
/// <see cref="Failed"/> and <see cref="Reason"/>; the caller names the field. Not thread-safe.
/// </summary>
internal sealed class FieldReader(JsonObjectScanner scanner, DecodingOptions options)
{
    private const int RatioDecimals = 6;
    private const long RatioScale = 1_000_000;
    private const int MoneyDecimals = 4;
    private const long MaxHours = 24 * 366;

    private readonly byte[] _scratch = new byte[512];
    private readonly long _maxAmount = Money.FromDecimal(options.MaxAmount).Units;
    private readonly long _maxMeter = Money.FromDecimal(options.MaxMeter).Units;
    private readonly int _maxText = options.MaxTextBytes;
    private readonly int _maxDescription = options.MaxDescriptionBytes;

    private EventBatch _batch = new();
    private bool _isSuspect;

    /// <summary>Whether a value of this message could not be read.</summary>
    public bool Failed { get; private set; }

    /// <summary>Why.</summary>
    public RejectionReason Reason { get; private set; }

    /// <summary>Starts on a message.</summary>
    public void Begin(EventBatch batch, ReadOnlySpan<byte> message)
    {
        _batch = batch;
        _isSuspect = !Utf8.IsValid(message);
        Failed = false;
    }

    /// <summary>Notes a failure.</summary>
    public void Fail(RejectionReason reason)
    {
        Failed = true;
        Reason = reason;
    }

    /// <summary>An identifier or name: text, or an integer taken as text. Too long is a failure.</summary>
    public TextSlice Text(int source)
    {
        var slice = Slice(source);
        if (slice.Length <= _maxText)
        {
            return slice;
        }

        Fail(RejectionReason.TextTooLong);
        return default;
    }

    /// <summary>A description: cut at the limit.</summary>
    public TextSlice Description(int source)
    {
        var slice = Slice(source);
        return slice.Length <= _maxDescription
            ? slice
            : slice with { Length = JsonText.CutAt(_batch.Text(slice), _maxDescription) };
    }

    /// <summary>An amount of at least zero, as a JSON number or a string with one.</summary>
    public Money Amount(int source) => new(Number(source, MoneyDecimals, _maxAmount, RejectionReason.NegativeAmount));

    /// <summary>A lifetime meter.</summary>
    public Money Meter(int source) => new(Number(source, MoneyDecimals, _maxMeter, RejectionReason.NegativeAmount));

    /// <summary>A win or loss: an amount that may be below zero.</summary>
    public Money SignedAmount(int source) => new(Number(source, MoneyDecimals, _maxAmount, null));

    /// <summary>A level in percent, 0 to 100.</summary>
    public float Percent(int source) =>
        (float)(Number(source, RatioDecimals, 100 * RatioScale, RejectionReason.AmountOutOfRange) / (double)RatioScale);

    /// <summary>A hold as a fraction, 0 to 1. More than 1 and up to 100 is taken for percent: no game holds over 100 %.</summary>
    public float Fraction(int source)
    {
        var units = Number(source, RatioDecimals, 100 * RatioScale, RejectionReason.AmountOutOfRange);
        return (float)(units / (units > RatioScale ? 100d * RatioScale : RatioScale));
    }

    /// <summary>Hours played in a rating, 0 to a year.</summary>
    public float Hours(int source) =>
        (float)(Number(source, RatioDecimals, MaxHours * RatioScale, RejectionReason.NegativeAmount) / (double)RatioScale);

    /// <summary>A count: a whole number of at least zero.</summary>
    public int Count(int source)
    {
        var units = Number(source, MoneyDecimals, int.MaxValue * Money.Scale, RejectionReason.NegativeAmount);
        if (units % Money.Scale == 0)
        {
            return (int)(units / Money.Scale);
        }

        Fail(RejectionReason.WrongType);
        return 0;
    }

    /// <summary>A truth value: a JSON one, or its name in a string.</summary>
    public bool Flag(int source)
    {
        var kind = scanner[source].Kind;
        if (kind is JsonTokenKind.True or JsonTokenKind.False)
        {
            return kind == JsonTokenKind.True;
        }

        var text = kind is JsonTokenKind.Text or JsonTokenKind.EscapedText ? Raw(source) : default;
        var isTrue = Ascii.EqualsIgnoreCase(text, "true"u8);
        if (!isTrue && !Ascii.EqualsIgnoreCase(text, "false"u8))
        {
            Fail(RejectionReason.WrongType);
        }

        return isTrue;
    }

    /// <summary>The kind of value.</summary>
    public JsonTokenKind Kind(int source) => scanner[source].Kind;

    /// <summary>
    /// The characters of a short value (a number, time or event type), without surrounding spaces. Empty when an escaped text
    /// is longer than any such value. Good until the next call.
    /// </summary>
    public ReadOnlySpan<byte> Raw(int source)
    {
        ref readonly var token = ref scanner[source];
        var raw = _batch.Buffer.AsSpan(token.Start, token.Length);
        if (token.Kind == JsonTokenKind.EscapedText)
        {
            raw = raw.Length > _scratch.Length ? default : _scratch.AsSpan(0, JsonText.Unescape(raw, _scratch));
        }

        return Trim(raw);
    }

    /// <summary>Where a value's text begins and how long it is in the buffer; meaningful for text without escapes.</summary>
    public TextSlice RawSlice(int source)
    {
        ref readonly var token = ref scanner[source];
        return Trim(new TextSlice(token.Start, token.Length));
    }

    private TextSlice Slice(int source)
    {
        ref readonly var token = ref scanner[source];
        var slice = new TextSlice(token.Start, token.Length);
        switch (token.Kind)
        {
            case JsonTokenKind.Text:
                break;
            case JsonTokenKind.EscapedText:
                var output = _batch.Reserve(slice.Length);
                slice = _batch.Commit(JsonText.Unescape(_batch.Text(slice), output));
                break;
            case JsonTokenKind.Number when !_batch.Text(slice).ContainsAny((byte)'.', (byte)'e', (byte)'E'):
                return slice;
            default:
                Fail(RejectionReason.WrongType);
                return default;
        }

        if (_isSuspect && !Utf8.IsValid(_batch.Text(slice)))
        {
            var output = _batch.Reserve(slice.Length * 3);
            slice = _batch.Commit(JsonText.Repair(_batch.Text(slice), output));
        }

        return Trim(slice);
    }

    private long Number(int source, int decimals, long limit, RejectionReason? whenNegative)
    {
        if (scanner[source].Kind is not (JsonTokenKind.Number or JsonTokenKind.Text or JsonTokenKind.EscapedText))
        {
            Fail(RejectionReason.WrongType);
            return 0;
        }

        var status = DecimalText.Read(Raw(source), decimals, out var magnitude, out var negative);
        if (status == NumberStatus.NotANumber)
        {
            Fail(RejectionReason.WrongType);
        }
        else if (status == NumberStatus.OutOfRange)
        {
            Fail(RejectionReason.AmountOutOfRange);
        }
        else if (negative && whenNegative is { } reason)
        {
            Fail(reason);
        }
        else if (magnitude > limit)
        {
            Fail(RejectionReason.AmountOutOfRange);
        }
        else
        {
            return negative ? -magnitude : magnitude;
        }

        return 0;
    }

    private TextSlice Trim(TextSlice slice)
    {
        var text = _batch.Text(slice);
        if (text.Length == 0 || (text[0] > ' ' && text[^1] > ' '))
        {
            return slice;
        }

        var trimmed = text.TrimStart(" \t\r\n"u8);
        var start = slice.Start + text.Length - trimmed.Length;
        return new TextSlice(start, trimmed.TrimEnd(" \t\r\n"u8).Length);
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) =>
        text.Length == 0 || (text[0] > ' ' && text[^1] > ' ') ? text : text.Trim(" \t\r\n"u8);
}
