namespace CasinoFloor.Web.Sources.Replay;

/// <summary>
/// The pace of the events' own times, or a multiple of it: an event at t is due at <c>began + (t - first) / speed</c>, and
/// unless times are kept that is also the time it gets. A batch has one shift for all, exact for its newest event.
/// </summary>
/// <param name="speed">How many times faster than the events' own times.</param>
/// <param name="keepTime">Leave times alone.</param>
/// <param name="time">The clock.</param>
internal sealed class PacedTiming(double speed, bool keepTime, TimeProvider time) : IReplayTiming
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private long _first = long.MinValue;
    private long _began;

    /// <inheritdoc />
    public bool NeedsTimes => true;

    /// <inheritdoc />
    public long BatchSpan => speed == 1 ? long.MaxValue : TimeSpan.FromSeconds(2).Ticks;

    /// <inheritdoc />
    public long DueTicks(long earliestTicks)
    {
        if (earliestTicks == long.MinValue)
        {
            // Nothing before the first readable time can wait for anything.
            return earliestTicks;
        }

        var now = time.GetUtcNow().UtcTicks;
        if (_first == long.MinValue)
        {
            (_first, _began) = (earliestTicks, now);
        }

        return _first + (long)((now - _began) * speed);
    }

    /// <inheritdoc />
    public Task WaitAsync(long eventTicks, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromTicks((long)Math.Min((eventTicks - DueTicks(eventTicks)) / speed, LongestWait.Ticks));
        return Task.Delay(wait > ShortestWait ? wait : ShortestWait, time, cancellationToken);
    }

    /// <inheritdoc />
    public long Shift(long newestTicks) =>
        keepTime || newestTicks == long.MinValue || _first == long.MinValue ? 0 : _began + (long)((newestTicks - _first) / speed) - newestTicks;

    /// <inheritdoc />
    public void Observe(ReplayFile file)
    {
        // Every event's time is looked at when it is due.
    }
}
