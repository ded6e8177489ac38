using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Pipeline;

/// <summary>
/// Decodes batches in parallel and gives them out in the order they came: batch n goes through task n mod N on both
/// sides, so that no sorting is needed.
/// </summary>
public sealed class DecodeStage
{
    private readonly Lock _gate = new();
    private readonly Channel<EventBatch>[] _in;
    private readonly Channel<EventBatch>[] _out;
    private readonly Func<EventDecoder> _createDecoder;
    private readonly PipelineMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly WakeSignal _decoded;
    private long _nextIn;
    private long _nextOut;

    /// <summary>Creates the stage.</summary>
    /// <param name="tasks">How many decode in parallel.</param>
    /// <param name="createDecoder">Makes a decoder for each task.</param>
    /// <param name="decoded">Set whenever a batch may have become ready.</param>
    /// <param name="metrics">Where decoded messages are counted.</param>
    /// <param name="time">The wall clock.</param>
    public DecodeStage(int tasks, Func<EventDecoder> createDecoder, WakeSignal decoded, PipelineMetrics metrics, TimeProvider time)
    {
        _createDecoder = createDecoder;
        _decoded = decoded;
        _metrics = metrics;
        _time = time;
        _in = [.. Enumerable.Range(0, tasks).Select(_ => Channel.CreateUnbounded<EventBatch>(new() { SingleReader = true }))];
        _out = [.. Enumerable.Range(0, tasks).Select(_ => Channel.CreateUnbounded<EventBatch>(new() { SingleReader = true, SingleWriter = true }))];
    }

    /// <summary>Queues a batch. The number of batches is bounded by the pool they come from.</summary>
    public void Post(EventBatch batch)
    {
        lock (_gate)
        {
            _in[_nextIn++ % _in.Length].Writer.TryWrite(batch);
        }
    }

    /// <summary>No batch will follow.</summary>
    public void Complete()
    {
        foreach (var channel in _in)
        {
            channel.Writer.TryComplete();
        }
    }

    /// <summary>The next batch in order, if it is decoded. One caller only.</summary>
    public bool TryTake([NotNullWhen(true)] out EventBatch? batch)
    {
        if (!_out[_nextOut % _out.Length].Reader.TryRead(out batch))
        {
            return false;
        }

        _nextOut++;
        return true;
    }

    /// <summary>Whether everything that was posted has been taken and nothing will follow.</summary>
    public bool Drained => _out[_nextOut % _out.Length].Reader.Completion.IsCompleted;

    /// <summary>Decodes until <see cref="Complete"/>.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, _in.Length).Select(n => Task.Run(() => DecodeAsync(n))));

    private async Task DecodeAsync(int task)
    {
        var decoder = _createDecoder();
        var output = _out[task].Writer;
        await foreach (var batch in _in[task].Reader.ReadAllAsync())
        {
            decoder.Decode(batch, _time.GetUtcNow().UtcTicks);
            _metrics.AddDecoded(batch.MessageCount);
            output.TryWrite(batch);
            _decoded.Set();
        }

        output.TryComplete();
        _decoded.Set();
    }
}
