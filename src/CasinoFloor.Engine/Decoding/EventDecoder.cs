using System.Text.Json;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Turns the raw messages of a batch into events or rejections, every message into exactly one; never throws on what
/// messages contain. Keeps scratch memory, so that decoding allocates nothing once the batch has grown to its size. Not
/// thread-safe: one per decoding task.
/// </summary>
public sealed class EventDecoder
{
    private readonly DialectSet _dialects;
    private readonly int _maxMessageBytes;
    private readonly DecodeContext _context;
    private readonly JsonObjectScanner _scanner = new();
    private readonly FieldReader _fields;
    private readonly SlotDecoder _slots;
    private readonly TableDecoder _tables;
    private readonly SecurityDecoder _securities;
    private readonly CashDecoder _cashes;
    private readonly Dictionary<string, TimestampParser> _timestamps = [];

    /// <summary>A decoder.</summary>
    /// <param name="dialects">The dialects.</param>
    /// <param name="options">Limits; valid (see <see cref="DecodingOptions.Validate"/>).</param>
    /// <param name="identity">How events are identified; null is the process's way, which all decoders must share.</param>
    public EventDecoder(DialectSet dialects, DecodingOptions options, EventIdentity? identity = null)
    {
        ArgumentNullException.ThrowIfNull(dialects);
        ArgumentNullException.ThrowIfNull(options);
        _dialects = dialects;
        _maxMessageBytes = options.MaxMessageBytes;
        _fields = new FieldReader(_scanner, options);
        var header = new HeaderReader(_scanner, _fields, options);
        _slots = new SlotDecoder(_fields, header);
        _tables = new TableDecoder(_fields, header);
        _securities = new SecurityDecoder(_fields, header);
        _cashes = new CashDecoder(_fields, header);
        _context = new DecodeContext(options, identity ?? EventIdentity.Process)
        {
            Batch = new EventBatch(),
            Dialect = dialects.Configured,
            Stream = dialects.Configured.Stream(EventStream.Slot),
            Timestamps = TimestampsOf(dialects.Configured),
        };
    }

    /// <summary>Decodes every message of the batch.</summary>
    /// <param name="batch">A batch as a source handed it over.</param>
    /// <param name="nowTicks">The wall clock, UTC ticks: what "in the future" is measured against.</param>
    /// <exception cref="ArgumentException">The batch names a dialect that does not exist.</exception>
    public void Decode(EventBatch batch, long nowTicks)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!_dialects.TryGet(batch.Dialect, out var dialect))
        {
            throw new ArgumentException($"There is no dialect '{batch.Dialect}'.", nameof(batch));
        }

        _context.Batch = batch;
        _context.Dialect = dialect;
        _context.Stream = dialect.Stream(batch.Stream);
        _context.Timestamps = TimestampsOf(dialect);
        _context.Now = nowTicks;

        // The JSON reader tells of malformed text by an exception; the try stands outside the loop to keep it off the hot path.
        for (var message = 0; message < batch.MessageCount; message++)
        {
            try
            {
                for (; message < batch.MessageCount; message++)
                {
                    DecodeMessage(batch, message);
                }
            }
            catch (JsonException)
            {
                RejectMalformed(batch, message);
            }
        }
    }

    private void DecodeMessage(EventBatch batch, int message)
    {
        ref readonly var raw = ref batch.Messages[message];
        if (raw.Length > _maxMessageBytes)
        {
            batch.Rejections.Add() = new Rejection(message, RejectionReason.TooLarge, null);
            return;
        }

        var body = batch.Body(raw);
        if (!_scanner.TryScan(body, raw.Start, _context.Stream.Sources, out var given))
        {
            batch.Rejections.Add() = new Rejection(message, RejectionReason.NotJson, null);
            return;
        }

        _context.Given = given;
        _fields.Begin(batch, body);
        var isEvent = batch.Stream switch
        {
            EventStream.Slot => _slots.TryDecode(_context, message),
            EventStream.Table => _tables.TryDecode(_context, message),
            EventStream.Security => _securities.TryDecode(_context, message),
            _ => _cashes.TryDecode(_context, message),
        };
        if (!isEvent)
        {
            batch.Rejections.Add() = new Rejection(message, _fields.Reason, StreamFields.Names(batch.Stream)[_context.FailedField]);
        }
    }

    private void RejectMalformed(EventBatch batch, int message)
    {
        var field = MalformedMessage.FindNonFinite(batch.Body(batch.Messages[message]), _context.Stream);
        batch.Rejections.Add() = field < 0
            ? new Rejection(message, RejectionReason.NotJson, null)
            : new Rejection(message, RejectionReason.AmountOutOfRange, StreamFields.Names(batch.Stream)[field]);
    }

    private TimestampParser TimestampsOf(Dialect dialect)
    {
        if (!_timestamps.TryGetValue(dialect.Name, out var parser))
        {
            _timestamps[dialect.Name] = parser = new TimestampParser(dialect.TimeZone);
        }

        return parser;
    }
}
