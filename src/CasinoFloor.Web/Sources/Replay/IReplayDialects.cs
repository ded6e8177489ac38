using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>What a replay needs to know of dialects: which one a file speaks, and where its events' times are.</summary>
public interface IReplayDialects
{
    /// <summary>The dialect that most of the messages decode under.</summary>
    /// <param name="samples">Messages of one stream; may be used for decoding.</param>
    string Detect(EventBatch samples);

    /// <summary>A reader of event times; not thread-safe. Null when no dialect has the name.</summary>
    /// <param name="dialect">A dialect's name.</param>
    IEventTimeProbe? ProbeFor(string dialect);
}

/// <summary>Finds an event's time without decoding the rest.</summary>
public interface IEventTimeProbe
{
    /// <summary>The event's time in UTC ticks; false when it has no readable one.</summary>
    bool TryReadTicks(EventStream stream, ReadOnlySpan<byte> message, out long utcTicks);
}
