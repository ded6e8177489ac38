namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Converts local times of one zone to UTC. A time that exists twice (clocks go back) takes the earlier offset, so the
/// earlier instant; a time that does not exist (clocks go forward) moves forward by the gap. Both are the same rule: the
/// offset in force before the change applies. The offset of the last day asked for is remembered, so that the zone's
/// rules are looked up about once a day of events. Not thread-safe.
/// </summary>
public sealed class LocalClock(TimeZoneInfo zone)
{
    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private long _offset;

    /// <summary>The UTC ticks of a local time.</summary>
    /// <param name="localTicks">Ticks of the local date and time, years 1 to 9999.</param>
    public long ToUtc(long localTicks)
    {
        if (localTicks < _from || localTicks >= _to)
        {
            FindSegment(localTicks);
        }

        return localTicks - _offset;
    }

    private void FindSegment(long localTicks)
    {
        _from = localTicks - (localTicks % TimeSpan.TicksPerDay);
        _to = _from + TimeSpan.TicksPerDay;

        // Offsets lie within a day of UTC: if they agree a day before and a day after, nothing changes on this local day.
        var earlier = _from - TimeSpan.TicksPerDay;
        var later = _to + TimeSpan.TicksPerDay;
        var before = OffsetAt(earlier);
        var after = OffsetAt(later);
        _offset = before;
        if (before == after)
        {
            return;
        }

        while (later - earlier > TimeSpan.TicksPerSecond)
        {
            var middle = earlier + ((later - earlier) / TimeSpan.TicksPerSecond / 2 * TimeSpan.TicksPerSecond);
            if (middle == earlier)
            {
                break;
            }

            if (OffsetAt(middle) == before)
            {
                earlier = middle;
            }
            else
            {
                later = middle;
            }
        }

        var change = later + Math.Max(before, after);
        if (localTicks < change)
        {
            _to = Math.Min(_to, change);
        }
        else
        {
            _from = Math.Max(_from, change);
            _offset = after;
        }
    }

    private long OffsetAt(long utcTicks)
    {
        var instant = new DateTime(Math.Clamp(utcTicks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        return zone.GetUtcOffset(instant).Ticks;
    }
}
