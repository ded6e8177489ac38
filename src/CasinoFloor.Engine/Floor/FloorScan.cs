namespace CasinoFloor.Engine.Floor;

/// <summary>
/// Lets the detectors look over the floor as the engine's clock goes on. By the wall clock that is at most once a second; where
/// the events tell the time it is every 10 seconds of it, however fast they are replayed: so the same file has the same findings.
/// </summary>
internal sealed class FloorScan(FloorModel model)
{
    private static readonly long WallPeriod = TimeSpan.TicksPerSecond;
    private static readonly long EventPeriod = 10 * TimeSpan.TicksPerSecond;

    private long _last = -1;

    /// <summary>The wall clock has moved on.</summary>
    public void ObserveWall(long now)
    {
        if (model.Clock.Mode == FloorClockMode.Wall)
        {
            RunOnce(now / WallPeriod);
        }
    }

    /// <summary>The clock has moved on to an event that is not counted yet: who was silent until then was silent.</summary>
    public void ObserveEvent()
    {
        if (model.Clock.Mode == FloorClockMode.EventTime && model.Clock.Ticks / EventPeriod is var period && period != _last)
        {
            model.Context.SetClocks(model.Clock.Ticks, model.Watermark.EventNow(model.Clock.Ticks));
            RunOnce(period);
        }
    }

    private void RunOnce(long period)
    {
        if (period != _last)
        {
            _last = period;
            model.Detectors.Scan(model.Context);
        }
    }
}
