using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Turns the raw messages of a batch into events or rejections; never throws on input. One per decoding task.</summary>
public abstract class EventDecoder
{
    /// <summary>Decodes every message of the batch.</summary>
    /// <param name="batch">A batch as a source handed it over.</param>
    /// <param name="nowTicks">The wall clock, UTC ticks: what "in the future" is measured against.</param>
    public abstract void Decode(EventBatch batch, long nowTicks);
}
