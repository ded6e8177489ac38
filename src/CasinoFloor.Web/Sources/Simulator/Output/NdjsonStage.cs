using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>Collects lines for the outputs, so that they are written in large pieces and in order.</summary>
/// <param name="output">The outputs.</param>
/// <param name="limit">How many messages are wanted.</param>
public sealed class NdjsonStage(NdjsonOutput output, long limit) : ISimulatedOutput
{
    private const int PieceBytes = 1 << 20;
    private readonly Dictionary<Stream, Piece> _pieces = [];
    private readonly Piece?[] _byStream = new Piece?[EventStreams.Count];

    private readonly long[] _written = new long[EventStreams.Count];

    /// <inheritdoc />
    public IReadOnlyList<long> Written => _written;

    /// <inheritdoc />
    public bool IsComplete => limit <= 0;

    /// <inheritdoc />
    public bool HasRoom { get; private set; } = true;

    /// <inheritdoc />
    public void Write(in SimulatedMessage message)
    {
        if (limit <= 0 || PieceOf(message.Stream) is not { } piece)
        {
            return;
        }

        limit--;
        _written[(int)message.Stream]++;
        piece.Add(message.Body);
        HasRoom &= piece.Length < PieceBytes && limit > 0;
    }

    /// <inheritdoc />
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var (stream, piece) in _pieces)
        {
            await stream.WriteAsync(piece.Bytes, cancellationToken);
            piece.Length = 0;
        }

        HasRoom = limit > 0;
    }

    private Piece? PieceOf(EventStream stream)
    {
        ref var piece = ref _byStream[(int)stream];
        if (piece is null && output.Of(stream) is { } target && !_pieces.TryGetValue(target, out piece))
        {
            _pieces[target] = piece = new Piece();
        }

        return piece;
    }

    private sealed class Piece
    {
        private byte[] _bytes = new byte[PieceBytes + 65_536];

        public int Length { get; set; }

        public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

        public void Add(ReadOnlySpan<byte> line)
        {
            if (_bytes.Length - Length <= line.Length)
            {
                Array.Resize(ref _bytes, (_bytes.Length * 2) + line.Length);
            }

            line.CopyTo(_bytes.AsSpan(Length));
            Length += line.Length;
            _bytes[Length++] = (byte)'\n';
        }
    }
}
