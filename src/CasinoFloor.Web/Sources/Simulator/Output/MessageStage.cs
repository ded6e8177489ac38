using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>
/// Where the simulation puts its messages until the pipeline has a batch for them: bounded, one list for each stream, used again.
/// </summary>
internal sealed class MessageStage : ISimulatedEventWriter
{
    private const int MaxMessages = 4_000;
    private const int MaxBytes = 1_000_000;
    private readonly StreamStage[] _streams = [.. EventStreams.All.ToArray().Select(stream => new StreamStage(stream))];

    /// <inheritdoc />
    public bool HasRoom { get; private set; } = true;

    /// <inheritdoc />
    public void Write(in SimulatedMessage message)
    {
        var stream = _streams[(int)message.Stream];
        stream.Add(message.Body);
        HasRoom &= stream.Count < MaxMessages && stream.Bytes < MaxBytes;
    }

    /// <summary>
    /// Hands everything to the pipeline and empties the stage. Messages that a partition has stored already are left out.
    /// </summary>
    /// <returns>How many messages were handed over.</returns>
    public async Task<int> FlushAsync(IBatchSink sink, SourcePartition[] partitions, long[] nextOffsets, long nowTicks, CancellationToken cancellationToken)
    {
        var posted = 0;
        foreach (var stream in _streams)
        {
            if (stream.LastOffset >= nextOffsets[(int)stream.Stream])
            {
                var batch = await sink.RentAsync(stream.Stream, cancellationToken);
                batch.Dialect = SimulatorSource.Dialect;
                posted += stream.Fill(batch, partitions[(int)stream.Stream].Index, nextOffsets[(int)stream.Stream], nowTicks);
                await sink.PostAsync(batch, cancellationToken);
            }

            stream.Clear();
        }

        HasRoom = true;
        return posted;
    }

    /// <summary>The messages of one stream, with their offsets counted on from stage to stage.</summary>
    private sealed class StreamStage(EventStream stream)
    {
        private readonly List<int> _ends = [];
        private byte[] _bytes = new byte[64 * 1024];
        private long _firstOffset;

        public EventStream Stream => stream;

        public int Count => _ends.Count;

        public int Bytes { get; private set; }

        /// <summary>Offset of the newest message; -1 when the stage is empty.</summary>
        public long LastOffset => Count == 0 ? -1 : _firstOffset + Count - 1;

        public void Add(ReadOnlySpan<byte> body)
        {
            if (_bytes.Length - Bytes < body.Length)
            {
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Bytes + body.Length));
            }

            body.CopyTo(_bytes.AsSpan(Bytes));
            Bytes += body.Length;
            _ends.Add(Bytes);
        }

        public int Fill(EventBatch batch, int partition, long nextOffset, long nowTicks)
        {
            var skip = (int)Math.Max(0, nextOffset - _firstOffset);
            for (var i = skip; i < Count; i++)
            {
                var start = i == 0 ? 0 : _ends[i - 1];
                batch.Add(_bytes.AsSpan(start, _ends[i] - start), partition, _firstOffset + i, nowTicks);
            }

            return Count - skip;
        }

        public void Clear()
        {
            _firstOffset += Count;
            Bytes = 0;
            _ends.Clear();
        }
    }
}
