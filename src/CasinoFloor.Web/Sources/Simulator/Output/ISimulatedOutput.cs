namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>Where <c>simulate</c> sends a floor's messages: NDJSON, or a broker.</summary>
public interface ISimulatedOutput : ISimulatedEventWriter
{
    /// <summary>Messages taken, by stream.</summary>
    IReadOnlyList<long> Written { get; }

    /// <summary>Whether as many messages were taken as wanted.</summary>
    bool IsComplete { get; }

    /// <summary>Hands on what was collected.</summary>
    Task FlushAsync(CancellationToken cancellationToken);
}
