using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>
/// The newest event time of an input. A time that lies in the future is a wrong clock (it would be refused) and counts only
/// when there is no other: one event of the year 2099 must not move all others into the past.
/// </summary>
internal sealed class NewestTime(long nowTicks)
{
    private static readonly long Tolerance = TimeSpan.FromMinutes(5).Ticks;
    private long _believable = long.MinValue;
    private long _any = long.MinValue;

    /// <summary>The newest time, UTC ticks; null when none was readable.</summary>
    public long? Ticks => _believable != long.MinValue ? _believable : _any != long.MinValue ? _any : null;

    /// <summary>Looks at every line of a block.</summary>
    public void Observe(ReadOnlySpan<byte> lines, EventStream stream, IEventTimeProbe probe)
    {
        while (!lines.IsEmpty)
        {
            var length = lines.IndexOf((byte)'\n');
            var line = length < 0 ? lines : lines[..length];
            lines = length < 0 ? default : lines[(length + 1)..];
            if (probe.TryReadTicks(stream, line, out var ticks))
            {
                Observe(ticks);
            }
        }
    }

    /// <summary>Looks at a time.</summary>
    public void Observe(long ticks)
    {
        _any = Math.Max(_any, ticks);
        if (ticks <= nowTicks + Tolerance)
        {
            _believable = Math.Max(_believable, ticks);
        }
    }
}
