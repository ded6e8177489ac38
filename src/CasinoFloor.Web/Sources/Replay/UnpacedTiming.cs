namespace CasinoFloor.Web.Sources.Replay;

/// <summary>
/// Maximum speed: everything is due at once. Moved by one shift for all, such that the newest event falls on the moment when the
/// replay began. Of standard input the newest event is not known beforehand: there no event ever falls into the future.
/// </summary>
/// <param name="keepTime">Leave times alone.</param>
/// <param name="newestTicks">The newest event of the input; null when it is not known.</param>
/// <param name="time">The clock.</param>
internal sealed class UnpacedTiming(bool keepTime, long? newestTicks, TimeProvider time) : IReplayTiming
{
    private long? _shift = keepTime ? 0 : time.GetUtcNow().UtcTicks - newestTicks;

    /// <inheritdoc />
    public bool NeedsTimes => false;

    /// <inheritdoc />
    public long BatchSpan => long.MaxValue;

    /// <inheritdoc />
    public long DueTicks(long earliestTicks) => long.MaxValue;

    /// <inheritdoc />
    public Task WaitAsync(long eventTicks, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public long Shift(long newestTicks) => _shift ?? 0;

    /// <inheritdoc />
    public void Observe(ReplayFile file)
    {
        if (keepTime || !file.Input.IsLive)
        {
            return;
        }

        var now = time.GetUtcNow().UtcTicks;
        var newest = new NewestTime(now);
        newest.Observe(file.Buffered, file.Stream, file.Probe);
        if (newest.Ticks is { } ticks)
        {
            _shift = Math.Min(_shift ?? long.MaxValue, now - ticks);
        }
    }
}
