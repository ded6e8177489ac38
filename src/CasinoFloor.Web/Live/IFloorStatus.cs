using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Live;

/// <summary>What the pages say of the machinery behind the floor; implemented where it is put together.</summary>
public interface IFloorStatus
{
    /// <summary>A new value at each start; <c>/health</c> tells it as well.</summary>
    string BootId { get; }

    /// <summary>One line: what is read and from where.</summary>
    string SourceDescription { get; }

    /// <summary>The source's progress.</summary>
    SourceStatus Source { get; }

    /// <summary>One line: where everything is stored.</summary>
    string EventhouseDescription { get; }

    /// <summary>What an operator should know of it: why rows wait, or what was not recovered; null for nothing.</summary>
    string? EventhouseNote => null;

    /// <summary>The queues between the stages, in the order of the data.</summary>
    IReadOnlyList<QueueDepth> Queues { get; }
}

/// <summary>How full a queue is.</summary>
/// <param name="Name">What waits in it.</param>
/// <param name="Length">How much waits.</param>
/// <param name="Capacity">How much may wait; 0 where the bound is not its own.</param>
/// <param name="Dropped">What was dropped, since the start.</param>
public sealed record QueueDepth(string Name, long Length, long Capacity, long Dropped = 0);
