namespace CasinoFloor.Web.Live.Viewers;

/// <summary>
/// How many questions for the clock one browser may ask: two a second on average, <see cref="Most"/> at once. A page asks four when it connects, and then
/// one every 1.5 seconds at most. Used by one task at a time.
/// </summary>
internal sealed class ClockAllowance(TimeProvider time)
{
    /// <summary>Questions that may come at once after a pause.</summary>
    public const int Most = 10;

    private const double PerSecond = 2;

    private double _left = Most;
    private long _takenAt = time.GetTimestamp();

    /// <summary>Takes one; false when none is left.</summary>
    public bool TryTake()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(Most, _left + (time.GetElapsedTime(_takenAt, now).TotalSeconds * PerSecond));
        _takenAt = now;
        if (_left < 1)
            return false;

        _left--;
        return true;
    }
}
