using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Replay;

namespace CasinoFloor.Tests.Web.Sources.Replay;

/// <summary>Every file speaks "default"; a time is what follows <c>_timestamp":"</c>.</summary>
internal sealed class FakeReplayDialects : IReplayDialects
{
    public string Detect(EventBatch samples) => "default";

    public IEventTimeProbe? ProbeFor(string dialect) => dialect == "default" ? new Probe() : null;

    private sealed class Probe : IEventTimeProbe
    {
        public bool TryReadTicks(EventStream stream, ReadOnlySpan<byte> message, out long utcTicks)
        {
            var at = message.IndexOf("_timestamp\":\""u8);
            var isRead = DateTime.TryParse(
                at < 0 ? "" : Encoding.UTF8.GetString(message.Slice(at + 13, Math.Min(24, message.Length - at - 13))),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal,
                out var time);
            utcTicks = time.Ticks;
            return isRead;
        }
    }
}
