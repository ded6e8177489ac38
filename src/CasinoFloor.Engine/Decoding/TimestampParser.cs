using System.Buffers.Binary;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Reads event times. Samples: <c>2026-11-20T18:00:40Z</c>, <c>2026-11-20 18:00:40.123456789-08:00</c>,
/// <c>2026-11-20T18:00:40</c> (local to the zone), <c>20:05</c> for seconds left out, and Unix time as a JSON number in
/// seconds (<c>1795197640.25</c>) or, from 10^11 on, in milliseconds. A date alone is refused, as are years before 2000.
/// A 60th second (a leap second) is the first second of the next minute. Not thread-safe.
/// </summary>
public sealed class TimestampParser(TimeZoneInfo zone)
{
    private const int DateLength = 10;
    private const int ShortestLength = 16;
    private const int MaxFractionDigits = 9;
    private const int TickDigits = 7;
    private const int MillisecondDecimals = 4;
    private const long MillisecondsFrom = 100_000_000_000;

    private static readonly long Earliest = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly LocalClock _clock = new(zone);

    // Events come nearly always on the same date as the one before: its eight and two bytes, and its ticks.
    private ulong _lastDateHead;
    private ushort _lastDateTail;
    private long _lastDate;

    /// <summary>Reads an ISO-8601 date and time.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        if (text.Length < ShortestLength || !TryReadDate(text, out var ticks)
            || (text[DateLength] | 0x20) is not ('t' or ' ') || text[13] != ':')
        {
            return false;
        }

        var hour = TwoDigits(text, 11);
        var minute = TwoDigits(text, 14);
        var second = 0;
        var rest = text[ShortestLength..];
        long fraction = 0;
        if (rest.Length >= 3 && rest[0] == ':')
        {
            second = TwoDigits(rest, 1);
            rest = rest[3..];
            if (rest.Length > 0 && rest[0] is (byte)'.' or (byte)',' && !TryReadFraction(ref rest, out fraction))
            {
                return false;
            }
        }

        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 60)
        {
            return false;
        }

        ticks += (((hour * 60L) + minute) * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + fraction;
        if (rest.Length == 0)
        {
            utcTicks = _clock.ToUtc(ticks);
        }
        else if (TryReadOffset(rest, out var offset))
        {
            utcTicks = ticks - offset;
        }

        return utcTicks >= Earliest && utcTicks <= DateTime.MaxValue.Ticks;
    }

    /// <summary>Reads Unix time: seconds, or milliseconds from 10^11 on (which as seconds would be the year 5138).</summary>
    /// <param name="number">A JSON number without exponent.</param>
    /// <param name="utcTicks">The time.</param>
    public static bool TryReadUnix(ReadOnlySpan<byte> number, out long utcTicks)
    {
        utcTicks = 0;
        if (number.ContainsAny((byte)'e', (byte)'E')
            || DecimalText.Read(number, MillisecondDecimals, out var sinceEpoch, out var negative) != NumberStatus.Ok || negative)
        {
            return false;
        }

        // With four decimals a millisecond count is in ticks; a second count is read again, to keep its seven.
        if (sinceEpoch < MillisecondsFrom * TimeSpan.TicksPerMillisecond)
        {
            _ = DecimalText.Read(number, TickDigits, out sinceEpoch, out _);
        }

        utcTicks = DateTime.UnixEpoch.Ticks + Math.Min(sinceEpoch, DateTime.MaxValue.Ticks);
        return utcTicks >= Earliest && utcTicks <= DateTime.MaxValue.Ticks;
    }

    private bool TryReadDate(ReadOnlySpan<byte> text, out long ticks)
    {
        var head = BinaryPrimitives.ReadUInt64LittleEndian(text);
        var tail = BinaryPrimitives.ReadUInt16LittleEndian(text[sizeof(ulong)..]);
        if (head == _lastDateHead && tail == _lastDateTail)
        {
            ticks = _lastDate;
            return true;
        }

        ticks = 0;
        var century = TwoDigits(text, 0);
        var yearOfCentury = TwoDigits(text, 2);
        var month = TwoDigits(text, 5);
        var day = TwoDigits(text, 8);
        if (text[4] != '-' || text[7] != '-' || (century | yearOfCentury | day) < 0 || month is < 1 or > 12)
        {
            return false;
        }

        var year = (century * 100) + yearOfCentury;
        if (year < 1 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateOnly(year, month, day).DayNumber * TimeSpan.TicksPerDay;
        (_lastDateHead, _lastDateTail, _lastDate) = (head, tail, ticks);
        return true;
    }

    private static bool TryReadFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        var i = 1;
        for (; i < rest.Length && rest[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            if (i <= TickDigits)
            {
                ticks = (ticks * 10) + (rest[i] - '0');
            }
        }

        var digits = i - 1;
        for (var missing = digits; missing < TickDigits; missing++)
        {
            ticks *= 10;
        }

        rest = rest[i..];
        return digits is > 0 and <= MaxFractionDigits;
    }

    // Z, +HH, +HHMM or +HH:MM, up to 14 hours.
    private static bool TryReadOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length == 1)
        {
            return (text[0] | 0x20) == 'z';
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length is not (3 or 5 or 6) || (text.Length == 6 && text[3] != ':'))
        {
            return false;
        }

        var hours = TwoDigits(text, 1);
        var minutes = text.Length == 3 ? 0 : TwoDigits(text, text.Length - 2);
        var total = (hours * 60) + minutes;
        ticks = (text[0] == '-' ? -total : total) * TimeSpan.TicksPerMinute;
        return hours >= 0 && (uint)minutes <= 59 && total <= 14 * 60;
    }

    // Negative where they are no digits.
    private static int TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -1;
    }
}
