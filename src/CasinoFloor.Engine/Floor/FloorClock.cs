namespace CasinoFloor.Engine.Floor;

/// <summary>Which clock the engine goes by.</summary>
public enum FloorClockMode
{
    /// <summary>The clock of the wall: live sources, and replays whose times are moved to now.</summary>
    Wall,

    /// <summary>The newest event's time: replays that keep their times.</summary>
    EventTime,
}

/// <summary>The engine's clock: what "the last 5 minutes" and "silent for 10 minutes" are measured by. It never goes back.</summary>
internal sealed class FloorClock(FloorClockMode mode)
{
    /// <summary>What it goes by.</summary>
    public FloorClockMode Mode => mode;

    /// <summary>The clock, UTC ticks; 0 before it was first told.</summary>
    public long Ticks { get; private set; }

    /// <summary>Told of the wall clock.</summary>
    public void ObserveWall(long now)
    {
        if (mode == FloorClockMode.Wall)
        {
            Ticks = Math.Max(Ticks, now);
        }
    }

    /// <summary>Told of an event's time.</summary>
    public void ObserveEvent(long timestamp)
    {
        if (mode == FloorClockMode.EventTime)
        {
            Ticks = Math.Max(Ticks, timestamp);
        }
    }
}
