using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>Dialects as the settings have them.</summary>
public sealed class ReplayDialects(DialectSet dialects, DecodingOptions options) : IReplayDialects
{
    private readonly DialectDetector _detector = new(dialects, options);

    /// <inheritdoc />
    public string Detect(EventBatch samples) => _detector.Detect(samples).Name;

    /// <inheritdoc />
    public IEventTimeProbe? ProbeFor(string dialect) => dialects.TryGet(dialect, out var found) ? new Probe(new TimestampReader(found)) : null;

    private sealed class Probe(TimestampReader reader) : IEventTimeProbe
    {
        public bool TryReadTicks(EventStream stream, ReadOnlySpan<byte> message, out long utcTicks) => reader.TryRead(message, stream, out utcTicks);
    }
}
