namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// Simulated time and the time that is written into events. Simulated time runs <c>speed</c> times faster, which makes the floor
/// look busier; events carry ordinary time.
/// </summary>
internal sealed class SimulationClock(long start, double speed)
{
    private long _anchorSimulated = start;
    private long _anchorStamp = start;

    /// <summary>How much faster simulated time runs.</summary>
    public double Speed => speed;

    /// <summary>Ordinary time of a simulated moment, UTC ticks.</summary>
    public long Stamp(long simulated) => _anchorStamp + (long)((simulated - _anchorSimulated) / speed);

    /// <summary>Simulated moment of an ordinary time.</summary>
    public long Simulated(long stamp) => _anchorSimulated + (long)((stamp - _anchorStamp) * speed);

    /// <summary>From here on, the simulated moment falls on another ordinary time.</summary>
    public void Anchor(long simulated, long stamp)
    {
        _anchorSimulated = simulated;
        _anchorStamp = stamp;
    }
}
