using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using CasinoFloor.Web.Sources.Simulator.Output;

namespace CasinoFloor.Web.Commands;

/// <summary>Sends a simulated floor to a broker: messages are collected and produced in pieces, keyed so that a machine's events keep their order.</summary>
/// <param name="writer">The producer.</param>
/// <param name="streams">The streams to send; those without a topic are left out.</param>
/// <param name="limit">How many messages are wanted.</param>
public sealed class KafkaOutput(KafkaEventWriter writer, IReadOnlyCollection<EventStream> streams, long limit) : ISimulatedOutput
{
    private const int PieceMessages = 4_096;
    private readonly List<(EventStream Stream, byte[] Key, byte[] Body)> _piece = [];
    private readonly long[] _written = new long[EventStreams.Count];

    /// <inheritdoc />
    public IReadOnlyList<long> Written => _written;

    /// <inheritdoc />
    public bool IsComplete => limit <= 0;

    /// <inheritdoc />
    public bool HasRoom => _piece.Count < PieceMessages && limit > 0;

    /// <inheritdoc />
    public void Write(in SimulatedMessage message)
    {
        if (limit <= 0 || !streams.Contains(message.Stream) || !writer.CanWrite(message.Stream))
        {
            return;
        }

        limit--;
        _written[(int)message.Stream]++;
        _piece.Add((message.Stream, message.Key.ToArray(), message.Body.ToArray()));
    }

    /// <inheritdoc />
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var (stream, key, body) in _piece)
        {
            await writer.WriteAsync(stream, key, body, cancellationToken);
        }

        _piece.Clear();
    }
}
