using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Live;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>What the demo host says of itself.</summary>
internal sealed class DemoStatus : IFloorStatus
{
    public string BootId { get; } = Guid.NewGuid().ToString("N");

    public string SourceDescription => "Demonstration floor, seed 7";

    public SourceStatus Source { get; } = new() { State = "running", Read = 1_204_331 };

    public string EventhouseDescription => "No Eventhouse: nothing is stored";

    public IReadOnlyList<QueueDepth> Queues => [new("Decode", 3, 64), new("Engine", 1, 64), new("Write", 12, 256)];
}
