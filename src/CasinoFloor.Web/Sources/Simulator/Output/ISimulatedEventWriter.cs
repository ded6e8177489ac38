using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>Takes what the simulated floor sends.</summary>
public interface ISimulatedEventWriter
{
    /// <summary>Whether there is room for some ten more messages; when there is none, the simulation pauses.</summary>
    bool HasRoom { get; }

    /// <summary>Takes a message; its bytes are valid only during the call.</summary>
    void Write(in SimulatedMessage message);
}

/// <summary>A message of the simulated floor, in the <c>default</c> dialect.</summary>
public readonly ref struct SimulatedMessage
{
    /// <summary>Its stream.</summary>
    public required EventStream Stream { get; init; }

    /// <summary>What it is about: the machine, table, location or cage window. Messages with the same key stay in order: a partition key.</summary>
    public required ReadOnlySpan<byte> Key { get; init; }

    /// <summary>The JSON object, UTF-8, without a line end.</summary>
    public required ReadOnlySpan<byte> Body { get; init; }

    /// <summary>When the message is sent, UTC ticks; the event itself may be older.</summary>
    public required long SentTicks { get; init; }
}
