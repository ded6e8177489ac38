using System.Text.Json;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Finds only an event's time, for pacing and rebasing a replay. Says what <see cref="EventDecoder"/> would say of a message
/// that names its time once. Not thread-safe.
/// </summary>
public sealed class TimestampReader
{
    private readonly Dialect _dialect;
    private readonly TimestampParser _parser;

    /// <summary>A reader of one dialect's messages.</summary>
    public TimestampReader(Dialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        _dialect = dialect;
        _parser = new TimestampParser(dialect.TimeZone);
    }

    /// <summary>The event's time in UTC ticks; false where the message has no readable one.</summary>
    public bool TryRead(ReadOnlySpan<byte> message, EventStream stream, out long utcTicks)
    {
        utcTicks = 0;
        var origin = 0;
        if (!JsonObjectScanner.TryTrim(ref message, ref origin))
        {
            return false;
        }

        try
        {
            return TryFind(message, _dialect.Stream(stream), out utcTicks);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool TryFind(ReadOnlySpan<byte> json, StreamDialect dialect, out long utcTicks)
    {
        utcTicks = 0;
        var best = int.MaxValue;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (best > 0 && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var rank = Array.IndexOf(dialect.TimeSources, dialect.Sources.Find(reader.ValueSpan));
            reader.Read();
            if (rank >= 0 && rank < best && TryParse(ref reader, out var ticks))
            {
                (best, utcTicks) = (rank, ticks);
            }

            reader.Skip();
        }

        return best < int.MaxValue;
    }

    private bool TryParse(ref Utf8JsonReader reader, out long utcTicks)
    {
        utcTicks = 0;
        return reader.TokenType switch
        {
            JsonTokenType.String when !reader.ValueIsEscaped => _parser.TryRead(reader.ValueSpan.Trim(" \t"u8), out utcTicks),
            JsonTokenType.Number => TimestampParser.TryReadUnix(reader.ValueSpan, out utcTicks),
            _ => false,
        };
    }
}
