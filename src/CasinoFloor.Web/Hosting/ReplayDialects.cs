using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Replay;

namespace CasinoFloor.Web.Hosting;

/// <summary>The configured dialects, as the replay asks for them.</summary>
public sealed class ReplayDialects(DialectSet dialects, DecodingOptions options) : IReplayDialects
{
    /// <inheritdoc />
    public string Detect(EventBatch samples) => new DialectDetector(dialects, options).Detect(samples).Name;

    /// <inheritdoc />
    public IEventTimeProbe ProbeFor(string dialect) =>
        dialects.TryGet(dialect, out var found)
            ? new TimeProbe(new TimestampReader(found))
            : throw new ArgumentException($"There is no dialect '{dialect}'.", nameof(dialect));

    private sealed class TimeProbe(TimestampReader reader) : IEventTimeProbe
    {
        public bool TryReadTicks(EventStream stream, ReadOnlySpan<byte> message, out long utcTicks) => reader.TryRead(message, stream, out utcTicks);
    }
}
