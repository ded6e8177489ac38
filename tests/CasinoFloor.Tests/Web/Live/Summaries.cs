using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Tests.Web.Live;

/// <summary>Summaries to start from.</summary>
internal static class Summaries
{
    public static FloorSummary Of(DateTime asOf) => new()
    {
        AsOf = asOf,
        NewestEvent = asOf,
        LastReceived = asOf,
        Figures = new FloorFigures(),
        Sections = [],
        Jackpots = [],
        Attention = [],
        Totals = new EngineTotals
        {
            Streams = [.. EventStreams.All.ToArray().Select(stream => new StreamTotals { Stream = stream, Rejected = new long[RejectionReasons.Count] })],
        },
    };
}
