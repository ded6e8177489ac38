using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>
/// Writes one flat JSON object of UTF-8 text into a buffer that is used again for every message. All texts are the
/// simulator's own and need no escaping.
/// </summary>
internal sealed class MessageBuilder
{
    // The longest message has some 30 fields and stays far below this.
    private readonly byte[] _buffer = new byte[4096];
    private readonly byte[] _second = "0000-00-00T00:00:00."u8.ToArray();
    private long _secondTicks = -1;
    private int _length;
    private Range _key;

    /// <summary>The finished object.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    /// <summary>The value that was marked as the key.</summary>
    public ReadOnlySpan<byte> Key => _buffer.AsSpan(_key);

    /// <summary>Begins an object.</summary>
    public MessageBuilder Begin()
    {
        _buffer[0] = (byte)'{';
        _length = 1;
        _key = default;
        return this;
    }

    /// <summary>Ends the object.</summary>
    public void End() => _buffer[_length++] = (byte)'}';

    /// <summary>A text.</summary>
    public MessageBuilder Text(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Name(name);
        Quote();
        Raw(value);
        Quote();
        return this;
    }

    /// <summary>A prefix and a number with at least so many digits, as <c>PLY-000123</c>.</summary>
    public MessageBuilder Id(ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix, long number, int digits)
    {
        Name(name);
        Quote();
        Raw(prefix);
        Digits(number, digits);
        Quote();
        return this;
    }

    /// <summary>A prefix and eight hexadecimal digits, as <c>SES-9f86d081</c>.</summary>
    public MessageBuilder Hex(ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix, uint number)
    {
        Name(name);
        Quote();
        Raw(prefix);
        HexDigits(number, 8);
        Quote();
        return this;
    }

    /// <summary>128 bits in the form of a UUID.</summary>
    public MessageBuilder Uuid(ReadOnlySpan<byte> name, ulong high, ulong low)
    {
        Name(name);
        Quote();
        HexDigits(high >> 32, 8);
        Dash();
        HexDigits((high >> 16) & 0xFFFF, 4);
        Dash();
        HexDigits(high & 0xFFFF, 4);
        Dash();
        HexDigits(low >> 48, 4);
        Dash();
        HexDigits(low & 0xFFFF_FFFF_FFFF, 12);
        Quote();
        return this;
    }

    /// <summary>The last text becomes the message's key.</summary>
    public MessageBuilder AsKey()
    {
        var end = _length - 1;
        var start = end - 1;
        while (_buffer[start] != (byte)'"')
        {
            start--;
        }

        _key = (start + 1)..end;
        return this;
    }

    /// <summary>A whole number.</summary>
    public MessageBuilder Number(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        if (value < 0)
        {
            Dash();
        }

        Digits(Math.Abs(value), 1);
        return this;
    }

    /// <summary>A share with six decimals: <c>0.087500</c>.</summary>
    public MessageBuilder Share(ReadOnlySpan<byte> name, double value)
    {
        Name(name);
        Fixed((long)Math.Round(value * 1_000_000), 1_000_000, 6);
        return this;
    }

    /// <summary>An amount in whole cents: <c>12.50</c>.</summary>
    public MessageBuilder Amount(ReadOnlySpan<byte> name, Money amount)
    {
        Name(name);
        Fixed(amount.Units / (Money.Scale / 100), 100, 2);
        return this;
    }

    /// <summary>A number given in hundredths: <c>73.25</c>.</summary>
    public MessageBuilder Hundredths(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Fixed(value, 100, 2);
        return this;
    }

    /// <summary>True or false.</summary>
    public MessageBuilder Flag(ReadOnlySpan<byte> name, bool value)
    {
        Name(name);
        Raw(value ? "true"u8 : "false"u8);
        return this;
    }

    /// <summary>A time in UTC with milliseconds: <c>2026-11-20T18:00:00.125Z</c>.</summary>
    public MessageBuilder Time(ReadOnlySpan<byte> name, long utcTicks)
    {
        var second = utcTicks / TimeSpan.TicksPerSecond;
        if (second != _secondTicks)
        {
            // Neighbouring events share their second: formatting it once saves most of the cost of a time.
            _secondTicks = second;
            new DateTime(second * TimeSpan.TicksPerSecond, DateTimeKind.Utc).TryFormat(_second, out _, "yyyy-MM-ddTHH:mm:ss.", System.Globalization.CultureInfo.InvariantCulture);
        }

        Name(name);
        Quote();
        Raw(_second);
        Digits(utcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMillisecond, 3);
        _buffer[_length++] = (byte)'Z';
        Quote();
        return this;
    }

    private void Fixed(long value, long scale, int decimals)
    {
        if (value < 0)
        {
            Dash();
            value = -value;
        }

        Digits(value / scale, 1);
        _buffer[_length++] = (byte)'.';
        Digits(value % scale, decimals);
    }

    // Nearly all that is written are numbers: the framework's formatter takes a third of the whole time.
    private void Digits(long value, int digits)
    {
        if (value > uint.MaxValue)
        {
            var (high, low) = Math.DivRem(value, 1_000_000_000);
            Digits(high, digits - 9);
            Digits(low, 9);
            return;
        }

        var rest = (uint)value;
        var count = Math.Max(digits, Count(rest));
        var place = _buffer.AsSpan(_length, count);
        for (var i = place.Length - 1; i >= 0; i--)
        {
            var tenth = rest / 10;
            place[i] = (byte)('0' + rest - (tenth * 10));
            rest = tenth;
        }

        _length += count;
    }

    private static int Count(uint value) => value switch
    {
        < 10 => 1,
        < 100 => 2,
        < 1_000 => 3,
        < 10_000 => 4,
        < 100_000 => 5,
        < 1_000_000 => 6,
        < 10_000_000 => 7,
        < 100_000_000 => 8,
        < 1_000_000_000 => 9,
        _ => 10,
    };

    private void HexDigits(ulong value, int digits)
    {
        var place = _buffer.AsSpan(_length, digits);
        for (var i = place.Length - 1; i >= 0; i--)
        {
            place[i] = "0123456789abcdef"u8[(int)value & 0xF];
            value >>= 4;
        }

        _length += digits;
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        if (_length > 1)
        {
            _buffer[_length++] = (byte)',';
        }

        Quote();
        Raw(name);
        Quote();
        _buffer[_length++] = (byte)':';
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Quote() => _buffer[_length++] = (byte)'"';

    private void Dash() => _buffer[_length++] = (byte)'-';
}
